-- A yes through a link or on our device keeps a digest of what was told beside the question: what for, where, who sees it.
ALTER TABLE "consent_event" ADD COLUMN "told" TEXT;
ALTER TABLE "consent_event" ADD CONSTRAINT "consent_event_told_check"
  CHECK ("told" IS NULL OR ("answer" = 'yes' AND "how" IN ('link', 'our_device') AND "told" ~ '^[0-9a-f]{32}$'));
