-- Where a young person's link can be sent: one address each, and whether contact there is safe for them. It lives with
-- the request, is shown to whoever recorded it and to safeguarding leads, and goes with the request or the session.
CREATE TABLE "consent_contact" (
  "organisation_id" UUID NOT NULL,
  "participant_id" UUID NOT NULL,
  "session_id" UUID NOT NULL,
  "address" TEXT NOT NULL,
  "safe" TEXT NOT NULL,
  "why" TEXT,
  "recorded_by" UUID NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "consent_contact_pkey" PRIMARY KEY ("organisation_id", "participant_id"),
  CONSTRAINT "consent_contact_organisation_id_participant_id_fkey" FOREIGN KEY ("organisation_id", "participant_id") REFERENCES "participant" ("organisation_id", "id"),
  CONSTRAINT "consent_contact_organisation_id_session_id_fkey" FOREIGN KEY ("organisation_id", "session_id") REFERENCES "session" ("organisation_id", "id"),
  CONSTRAINT "consent_contact_organisation_id_recorded_by_fkey" FOREIGN KEY ("organisation_id", "recorded_by") REFERENCES "membership" ("organisation_id", "user_id"),
  CONSTRAINT "consent_contact_safe_check" CHECK ("safe" IN ('safe', 'not_safe', 'not_known')),
  CONSTRAINT "consent_contact_why_check" CHECK ("safe" <> 'safe' OR "why" IS NOT NULL),
  CONSTRAINT "consent_contact_one_line_check" CHECK ("address" !~ '[\r\n]')
);
CREATE INDEX "consent_contact_organisation_id_session_id_idx" ON "consent_contact" ("organisation_id", "session_id");
SELECT app.isolate('consent_contact');
GRANT SELECT, INSERT, UPDATE, DELETE ON "consent_contact" TO greenroom_app;

-- When somebody was told again of their link, and how.
ALTER TABLE "consent_request" ADD COLUMN "nudged_at" TIMESTAMPTZ(3), ADD COLUMN "nudged_how" TEXT;
ALTER TABLE "consent_request" ADD CONSTRAINT "consent_request_nudged_check"
  CHECK (("nudged_at" IS NULL) = ("nudged_how" IS NULL) AND ("nudged_how" IS NULL OR "nudged_how" IN ('mail', 'copied', 'told')));
GRANT UPDATE (nudged_at, nudged_how) ON "consent_request" TO greenroom_app;

-- For how many days it holds that contact at an address is safe.
ALTER TABLE "organisation" ADD COLUMN "contact_safe_days" INTEGER NOT NULL DEFAULT 90;
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_contact_safe_days_check" CHECK ("contact_safe_days" BETWEEN 1 AND 365);

-- Has what is held of a session's contacts looked at once the session is over.
CREATE FUNCTION app.forget_contacts_later(session_id uuid, at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF app.organisation_id() IS NULL THEN
    RAISE EXCEPTION 'no organisation is entered' USING ERRCODE = '42501';
  END IF;
  PERFORM graphile_worker.add_job('forget_contacts',
    json_build_object('organisationId', app.organisation_id(), 'sessionId', session_id),
    run_at => at, job_key => 'contacts ' || app.organisation_id() || ' ' || session_id, max_attempts => 100);
  RETURN true;
END
$$;
GRANT CREATE ON SCHEMA app TO greenroom_jobs;
REVOKE ALL ON FUNCTION app.forget_contacts_later(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.forget_contacts_later(uuid, timestamptz) TO greenroom_app;
ALTER FUNCTION app.forget_contacts_later(uuid, timestamptz) OWNER TO greenroom_jobs;
REVOKE CREATE ON SCHEMA app FROM greenroom_jobs;
