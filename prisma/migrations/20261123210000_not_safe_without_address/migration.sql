-- That contact is not safe outlives the link that it was recorded for, without the address.
ALTER TABLE "consent_contact" ALTER COLUMN "address" DROP NOT NULL;
ALTER TABLE "consent_contact" ADD CONSTRAINT "consent_contact_without_address_check"
  CHECK ("address" IS NOT NULL OR "safe" = 'not_safe');
