-- Nobody changes the name of an account here.
REVOKE UPDATE (name) ON "user_account" FROM greenroom_app;

-- When tries at one's own password or second step were stopped within the last 30 days, newest first: the only part of
-- the installation's chain that anybody reads, and each their own.
CREATE INDEX "installation_audit_event_stopped_idx" ON "installation_audit_event" (("payload" ->> 'subject'), "seq")
  WHERE "payload" ->> 'type' = 'user.tries_stopped';
GRANT SELECT (payload, recorded_at) ON "installation_audit_event" TO greenroom_audit;

CREATE FUNCTION app.own_stopped_tries() RETURNS TABLE (stopped_at timestamptz, what text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT e.recorded_at, e.payload ->> 'what' FROM public.installation_audit_event e
    WHERE e.payload ->> 'type' = 'user.tries_stopped' AND e.payload ->> 'subject' = 'user:' || app.actor_id()
      AND e.recorded_at > clock_timestamp() - interval '30 days'
    ORDER BY e.seq DESC LIMIT 5
  $$;

GRANT CREATE ON SCHEMA app TO greenroom_audit;
REVOKE ALL ON FUNCTION app.own_stopped_tries() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.own_stopped_tries() TO greenroom_app;
ALTER FUNCTION app.own_stopped_tries() OWNER TO greenroom_audit;
REVOKE CREATE ON SCHEMA app FROM greenroom_audit;
