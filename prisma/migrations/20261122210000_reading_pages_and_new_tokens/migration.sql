-- Looking a login up writes nothing, so that whoever only reads can do it. That it was used is noted by a door of its
-- own, at most once a minute: a login can therefore end up to a minute early, never late.
DROP FUNCTION app.check_login_session(bytea);
CREATE FUNCTION app.check_login_session(wanted bytea)
  RETURNS TABLE (login_session_id uuid, organisation_id uuid, user_id uuid, confirmed_at timestamptz, seen_lately boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT s.id, s.organisation_id, s.user_id, s.confirmed_at,
           s.seen_at >= clock_timestamp() - interval '1 minute'
    FROM public.login_session s
    JOIN public.membership m ON m.organisation_id = s.organisation_id AND m.user_id = s.user_id AND m.ended_at IS NULL
    WHERE s.token_hash = wanted AND s.expires_at > clock_timestamp()
      AND s.seen_at + make_interval(secs => s.idle_seconds) > clock_timestamp()
  $$;

-- One statement by itself. Pages that load together do not wait for each other: one of them notes it. It wakes no login
-- that was idle too long.
CREATE FUNCTION app.note_login_seen(wanted bytea) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    WITH noted AS (
      UPDATE public.login_session s SET seen_at = clock_timestamp()
      WHERE s.token_hash = (
        SELECT l.token_hash FROM public.login_session l
        WHERE l.token_hash = wanted AND l.seen_at < clock_timestamp() - interval '1 minute'
          AND l.seen_at + make_interval(secs => l.idle_seconds) > clock_timestamp()
        FOR UPDATE SKIP LOCKED)
      RETURNING s.id
    )
    SELECT EXISTS (SELECT FROM noted)
  $$;

-- Whoever gives the second step goes on with a new token: what was known of the login before opens nothing any more.
DROP FUNCTION app.confirm_login_session(uuid);
CREATE FUNCTION app.confirm_login_session(wanted uuid, new_token_hash bytea) RETURNS TABLE (confirmed_at timestamptz)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    UPDATE public.login_session s SET confirmed_at = clock_timestamp(), token_hash = new_token_hash
    WHERE s.id = wanted AND s.user_id = app.actor_id() AND s.organisation_id = app.organisation_id()
    RETURNING s.confirmed_at
  $$;
GRANT UPDATE (token_hash) ON "login_session" TO greenroom_door;

GRANT CREATE ON SCHEMA app TO greenroom_door;
DO $$
DECLARE
  door text;
BEGIN
  FOREACH door IN ARRAY ARRAY[
    'app.check_login_session(bytea)', 'app.note_login_seen(bytea)', 'app.confirm_login_session(uuid, bytea)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', door);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO greenroom_app', door);
    EXECUTE format('ALTER FUNCTION %s OWNER TO greenroom_door', door);
  END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA app FROM greenroom_door;
