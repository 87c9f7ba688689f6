-- Who opened a page about young people in the last quarter of an hour, so that looking again is not noted again. What
-- was noted stands in the audit trail; these rows are forgotten.
CREATE TABLE "viewed_lately" (
  "organisation_id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "page" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "viewed_at" TIMESTAMPTZ(6) NOT NULL,
  CONSTRAINT "viewed_lately_pkey" PRIMARY KEY ("organisation_id", "user_id", "page", "subject")
);
SELECT app.isolate('viewed_lately');
GRANT SELECT, INSERT, UPDATE, DELETE ON "viewed_lately" TO greenroom_door;
GRANT INSERT (organisation_id, body) ON "audit_event" TO greenroom_door;

-- The door: notes that a member opened a page, unless they did in the last quarter of an hour. One statement by itself,
-- which enters the organisation and leaves it again. It makes the event's text itself (RFC 8785: the keys in order and
-- nothing that needs escaping), so that no other event comes through it. True where it was noted.
--
-- Of two requests at once the second waits for the first's row and then finds it fresh. It waits for no lock longer
-- than half a second: a page is not kept waiting for somebody's change.
CREATE OR REPLACE FUNCTION app.note_view(organisation uuid, viewer uuid, page text, kind text, thing uuid, session_id uuid)
  RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '500ms'
  AS $$
DECLARE
  entered CONSTANT text := coalesce(current_setting('app.organisation_id', true), '');
  noted boolean;
BEGIN
  IF kind NOT IN ('session', 'participant') OR page !~ '^[a-z][a-z0-9_]{0,59}$' THEN
    RAISE EXCEPTION 'this is no page' USING ERRCODE = '22023';
  END IF;
  PERFORM set_config('app.organisation_id', organisation::text, true);
  noted := NOT EXISTS (
      SELECT FROM public.viewed_lately v
      WHERE v.organisation_id = organisation AND v.user_id = viewer AND v.page = note_view.page
        AND v.subject = note_view.kind || ':' || thing AND v.viewed_at > clock_timestamp() - interval '15 minutes')
    AND EXISTS (
      SELECT FROM public.membership m
      WHERE m.organisation_id = organisation AND m.user_id = viewer AND m.ended_at IS NULL);
  IF noted THEN
    INSERT INTO public.viewed_lately AS v (organisation_id, user_id, page, subject, viewed_at)
    VALUES (organisation, viewer, note_view.page, note_view.kind || ':' || thing, clock_timestamp())
    ON CONFLICT ON CONSTRAINT viewed_lately_pkey DO UPDATE SET viewed_at = excluded.viewed_at
      WHERE v.viewed_at <= excluded.viewed_at - interval '15 minutes';
    noted := FOUND;
  END IF;
  IF noted THEN
    DELETE FROM public.viewed_lately d
    WHERE d.ctid IN (
      SELECT v.ctid FROM public.viewed_lately v
      WHERE v.organisation_id = organisation AND v.user_id = viewer
        AND v.viewed_at <= clock_timestamp() - interval '15 minutes'
      FOR UPDATE SKIP LOCKED);
    INSERT INTO public.audit_event (organisation_id, body)
    VALUES (organisation, format(
      '{"at":"%s","by":"%s","page":"%s","sessionId":"%s","subject":"%s:%s","type":"%s.viewed"}',
      to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      viewer, note_view.page, note_view.session_id, kind, thing, kind));
  END IF;
  PERFORM set_config('app.organisation_id', entered, true);
  RETURN noted;
END
$$;
GRANT CREATE ON SCHEMA app TO greenroom_door;
REVOKE ALL ON FUNCTION app.note_view(uuid, uuid, text, text, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.note_view(uuid, uuid, text, text, uuid, uuid) TO greenroom_app;
ALTER FUNCTION app.note_view(uuid, uuid, text, text, uuid, uuid) OWNER TO greenroom_door;
REVOKE CREATE ON SCHEMA app FROM greenroom_door;

-- The trail is searched by person, kind and time.
CREATE INDEX "audit_event_by_idx" ON "audit_event" ("organisation_id", ("payload" ->> 'by'), "seq");
CREATE INDEX "audit_event_type_idx" ON "audit_event" ("organisation_id", ("payload" ->> 'type'), "seq");
