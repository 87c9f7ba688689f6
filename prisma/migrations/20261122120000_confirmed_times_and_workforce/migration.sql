-- Whom a vetting check is for work with. Checks from before have not said it: it is recorded with a new row.
ALTER TABLE "vetting_check" ADD COLUMN "workforce" TEXT;

-- When a session's start or end was last moved: what adults confirmed before then was about another time.
ALTER TABLE "session" ADD COLUMN "times_since" TIMESTAMPTZ(3);
