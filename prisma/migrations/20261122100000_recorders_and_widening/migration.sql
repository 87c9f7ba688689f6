-- A young person who answers through a link records their own answer, and is no member of the organisation.
ALTER TABLE "consent_event" DROP CONSTRAINT "consent_event_organisation_id_recorded_by_fkey";

-- Who made a change since the last sign-off that widens what the session does: none of them signs it off.
ALTER TABLE "session" ADD COLUMN "widened_by" UUID[] NOT NULL DEFAULT '{}';
