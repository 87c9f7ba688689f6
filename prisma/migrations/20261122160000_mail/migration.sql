-- What leaves by e-mail, written in the same transaction as the change that it tells of. The text may hold a link that
-- is one person's alone: the application writes it and never reads it, and it is emptied as soon as nothing sends it
-- any more. Only the two doors below reach it.
CREATE TABLE "mail" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "to_address" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "text" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "next_attempt_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
  "failure" TEXT,
  "sent_at" TIMESTAMPTZ(3),
  CONSTRAINT "mail_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "mail_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id"),
  CONSTRAINT "mail_failure_check" CHECK ("failure" IN ('unreachable', 'refused')),
  CONSTRAINT "mail_one_line_check" CHECK ("to_address" !~ '[\r\n]' AND "subject" !~ '[\r\n]'),
  CONSTRAINT "mail_emptied_check" CHECK ("sent_at" IS NULL OR ("text" IS NULL AND "next_attempt_at" IS NULL)),
  CONSTRAINT "mail_text_check" CHECK ("next_attempt_at" IS NULL OR "text" IS NOT NULL)
);
CREATE INDEX "mail_organisation_id_created_at_idx" ON "mail" ("organisation_id", "created_at");
CREATE INDEX "mail_next_attempt_at_idx" ON "mail" ("next_attempt_at");

SELECT app.isolate('mail');
CREATE POLICY door ON "mail" TO greenroom_door USING (true) WITH CHECK (true);

GRANT SELECT (organisation_id, id, kind, to_address, subject, created_at, expires_at, attempts, next_attempt_at, failure, sent_at),
  INSERT (organisation_id, id, kind, to_address, subject, text, created_at, expires_at) ON "mail" TO greenroom_app;
GRANT SELECT, UPDATE (text, attempts, next_attempt_at, failure, sent_at) ON "mail" TO greenroom_door;

-- The next mail that is due, for whoever sends it within the lease. Nobody else gets it meanwhile, and whoever dies over
-- it leaves it to be sent again. What is past its end is given up, and its text with it.
CREATE OR REPLACE FUNCTION app.claim_mail(lease_seconds integer)
  RETURNS TABLE (organisation_id uuid, mail_id uuid, to_address text, subject text, mail_text text, attempts integer)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    UPDATE public.mail m SET text = NULL, next_attempt_at = NULL
    WHERE m.next_attempt_at IS NOT NULL AND m.expires_at <= clock_timestamp();
    UPDATE public.mail m
    SET attempts = m.attempts + 1, next_attempt_at = clock_timestamp() + make_interval(secs => lease_seconds)
    FROM (SELECT d.organisation_id, d.id FROM public.mail d
          WHERE d.next_attempt_at <= clock_timestamp() AND d.expires_at > clock_timestamp()
          ORDER BY d.next_attempt_at, d.id LIMIT 1 FOR UPDATE SKIP LOCKED) due
    WHERE m.organisation_id = due.organisation_id AND m.id = due.id
    RETURNING m.organisation_id, m.id, m.to_address, m.subject, m.text, m.attempts
  $$;

-- What became of it: sent (no failure), refused for good, or not reached and to be tried again after so many seconds.
CREATE OR REPLACE FUNCTION app.settle_mail(wanted uuid, why text, retry_seconds integer) RETURNS TABLE (mail_id uuid)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    UPDATE public.mail m
    SET failure = why,
      sent_at = CASE WHEN why IS NULL THEN clock_timestamp() END,
      text = CASE WHEN why = 'unreachable' THEN m.text END,
      next_attempt_at = CASE WHEN why = 'unreachable' THEN clock_timestamp() + make_interval(secs => retry_seconds) END
    WHERE m.organisation_id = app.organisation_id() AND m.id = wanted AND m.sent_at IS NULL AND m.text IS NOT NULL
    RETURNING m.id
  $$;

GRANT CREATE ON SCHEMA app TO greenroom_door;
DO $$
DECLARE
  door text;
BEGIN
  FOREACH door IN ARRAY ARRAY['app.claim_mail(integer)', 'app.settle_mail(uuid, text, integer)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', door);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO greenroom_app', door);
    EXECUTE format('ALTER FUNCTION %s OWNER TO greenroom_door', door);
  END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA app FROM greenroom_door;
