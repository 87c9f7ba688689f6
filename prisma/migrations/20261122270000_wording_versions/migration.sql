-- What an editor said of a new version of a consent question. One that changes the meaning asks again for sessions still
-- to come; the answers from before stand until then, or are ended. The short version is part of what a young person reads.
ALTER TABLE "consent_wording"
  ADD COLUMN "short" JSONB,
  ADD COLUMN "changes_meaning" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "ends_earlier" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "published_by" UUID,
  ADD CONSTRAINT "consent_wording_ends_earlier_check" CHECK ("changes_meaning" OR NOT "ends_earlier");
