-- Where young people find help, as the organisation writes it on their pages; null for what Greenroom starts with.
ALTER TABLE "organisation" ADD COLUMN "help_list" JSONB;
