-- A young person is asked to answer for themselves, through a link of their own. The link's token is made from the id and
-- a key that is not in the database, so that it can be printed again and a copy of the database opens none.
CREATE TABLE "consent_request" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "session_id" UUID NOT NULL,
  "participant_id" UUID NOT NULL,
  "key_id" TEXT NOT NULL,
  "check_kind" TEXT NOT NULL,
  "check_word" TEXT,
  "asked_by" UUID NOT NULL,
  "asked_at" TIMESTAMPTZ(3) NOT NULL,
  "opened_at" TIMESTAMPTZ(3),
  "wrong_tries" INTEGER NOT NULL DEFAULT 0,
  "proposed_name" TEXT,
  "name_accepted" BOOLEAN,
  "ended_at" TIMESTAMPTZ(3),
  "ended_why" TEXT,
  CONSTRAINT "consent_request_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "consent_request_organisation_id_session_id_fkey" FOREIGN KEY ("organisation_id", "session_id") REFERENCES "session" ("organisation_id", "id"),
  CONSTRAINT "consent_request_organisation_id_participant_id_fkey" FOREIGN KEY ("organisation_id", "participant_id") REFERENCES "participant" ("organisation_id", "id"),
  CONSTRAINT "consent_request_organisation_id_asked_by_fkey" FOREIGN KEY ("organisation_id", "asked_by") REFERENCES "membership" ("organisation_id", "user_id"),
  CONSTRAINT "consent_request_check_check" CHECK ("check_kind" = 'word' AND "check_word" IS NOT NULL OR "check_kind" = 'birth' AND "check_word" IS NULL),
  CONSTRAINT "consent_request_wrong_tries_check" CHECK ("wrong_tries" BETWEEN 0 AND 5),
  CONSTRAINT "consent_request_name_check" CHECK ("proposed_name" IS NOT NULL OR "name_accepted" IS NULL),
  CONSTRAINT "consent_request_ended_check" CHECK (("ended_at" IS NULL) = ("ended_why" IS NULL)
    AND ("ended_why" IS NULL OR "ended_why" IN ('taken_back', 'not_me', 'asked_anew')))
);
CREATE INDEX "consent_request_organisation_id_session_id_idx" ON "consent_request" ("organisation_id", "session_id");
CREATE INDEX "consent_request_organisation_id_asked_by_idx" ON "consent_request" ("organisation_id", "asked_by");
CREATE INDEX "consent_request_id_idx" ON "consent_request" ("id");
-- One link of a person is open at a time.
CREATE UNIQUE INDEX "consent_request_organisation_id_participant_id_open" ON "consent_request" ("organisation_id", "participant_id") WHERE "ended_at" IS NULL;

SELECT app.isolate('consent_request');
CREATE POLICY door ON "consent_request" TO greenroom_door USING (true) WITH CHECK (false);
GRANT SELECT, INSERT, UPDATE (opened_at, wrong_tries, proposed_name, name_accepted, ended_at, ended_why) ON "consent_request" TO greenroom_app;
GRANT SELECT (organisation_id, id, session_id, participant_id, key_id, ended_at) ON "consent_request" TO greenroom_door;

-- Which organisation's request it is that a link was made for; the token was checked before. Nothing of the person.
CREATE OR REPLACE FUNCTION app.open_consent_request(wanted uuid)
  RETURNS TABLE (organisation_id uuid, session_id uuid, participant_id uuid, key_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT r.organisation_id, r.session_id, r.participant_id, r.key_id
    FROM public.consent_request r WHERE r.id = wanted AND r.ended_at IS NULL
  $$;

GRANT CREATE ON SCHEMA app TO greenroom_door;
REVOKE ALL ON FUNCTION app.open_consent_request(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.open_consent_request(uuid) TO greenroom_app;
ALTER FUNCTION app.open_consent_request(uuid) OWNER TO greenroom_door;
REVOKE CREATE ON SCHEMA app FROM greenroom_door;

-- What strangers may read on a link before its small check: a name that the organisation chose, which may be neutral.
ALTER TABLE "organisation" ADD COLUMN "public_name" TEXT;
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_public_name_check" CHECK (length("public_name") BETWEEN 1 AND 200);
