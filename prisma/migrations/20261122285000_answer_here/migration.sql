-- A worker hands a device of the organisation to young people, one after another: each has a turn on it, which is a
-- request without a link. Nobody's login is on the device meanwhile.
ALTER TABLE "consent_request" ADD COLUMN "device_id" UUID;
ALTER TABLE "consent_request" DROP CONSTRAINT "consent_request_check_check";
ALTER TABLE "consent_request" ADD CONSTRAINT "consent_request_check_check" CHECK (
  "check_kind" = 'word' AND "check_word" IS NOT NULL AND "device_id" IS NULL
  OR "check_kind" = 'birth' AND "check_word" IS NULL AND "device_id" IS NULL
  OR "check_kind" = 'here' AND "check_word" IS NULL AND "device_id" IS NOT NULL);
ALTER TABLE "consent_request" DROP CONSTRAINT "consent_request_ended_check";
ALTER TABLE "consent_request" ADD CONSTRAINT "consent_request_ended_check" CHECK (("ended_at" IS NULL) = ("ended_why" IS NULL)
  AND ("ended_why" IS NULL OR "ended_why" IN ('taken_back', 'not_me', 'asked_anew', 'answered', 'handed_back')));

-- One link of a person is open at a time, and one turn on a device beside it.
DROP INDEX "consent_request_organisation_id_participant_id_open";
CREATE UNIQUE INDEX "consent_request_organisation_id_participant_id_open" ON "consent_request"
  ("organisation_id", "participant_id", ("device_id" IS NULL)) WHERE "ended_at" IS NULL;

-- What came through a link or on our device was answered by the young person, and what staff record never did.
ALTER TABLE "consent_event" ADD CONSTRAINT "consent_event_own_route_check"
  CHECK (("how" IN ('link', 'our_device')) = ("recorded_by" = "participant_id"));
