-- What a person sees and changes of their own account, whichever organisation they are in. Each of these doors looks
-- at the person who asks (app.actor_id()) and at nobody else.

GRANT SELECT (name) ON "organisation" TO greenroom_door;
GRANT UPDATE (password_hash) ON "user_account" TO greenroom_door;

CREATE OR REPLACE FUNCTION app.own_login_sessions()
  RETURNS TABLE (login_session_id uuid, organisation_id uuid, organisation_name text, started_at timestamptz,
                 seen_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT s.id, s.organisation_id, o.name, s.started_at, s.seen_at
    FROM public.login_session s JOIN public.organisation o ON o.id = s.organisation_id
    WHERE s.user_id = app.actor_id() AND s.expires_at > clock_timestamp()
      AND s.seen_at + make_interval(secs => s.idle_seconds) > clock_timestamp()
    ORDER BY s.seen_at DESC, s.id
  $$;

CREATE OR REPLACE FUNCTION app.own_password_hash() RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT a.password_hash FROM public.user_account a WHERE a.id = app.actor_id() $$;

CREATE OR REPLACE FUNCTION app.set_own_password(new_hash text) RETURNS TABLE (user_id uuid)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ UPDATE public.user_account a SET password_hash = new_hash WHERE a.id = app.actor_id() RETURNING a.id $$;

-- Ends the person's logins in the organisation that is entered, but for the one that is kept.
CREATE OR REPLACE FUNCTION app.end_own_login_sessions(kept uuid) RETURNS TABLE (login_session_id uuid)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    DELETE FROM public.login_session s
    WHERE s.user_id = app.actor_id() AND s.organisation_id = app.organisation_id() AND s.id IS DISTINCT FROM kept
    RETURNING s.id
  $$;

GRANT CREATE ON SCHEMA app TO greenroom_door;
DO $$
DECLARE
  door text;
BEGIN
  FOREACH door IN ARRAY ARRAY[
    'app.own_login_sessions()', 'app.own_password_hash()', 'app.set_own_password(text)',
    'app.end_own_login_sessions(uuid)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', door);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO greenroom_app', door);
    EXECUTE format('ALTER FUNCTION %s OWNER TO greenroom_door', door);
  END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA app FROM greenroom_door;
