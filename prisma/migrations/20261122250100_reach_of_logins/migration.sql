-- How a login was opened is told together with it, so that one that an organisation's provider opened shows nothing of
-- the others.
DROP FUNCTION app.check_login_session(bytea);
CREATE FUNCTION app.check_login_session(wanted bytea)
  RETURNS TABLE (login_session_id uuid, organisation_id uuid, user_id uuid, confirmed_at timestamptz, seen_lately boolean,
    means text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT s.id, s.organisation_id, s.user_id, s.confirmed_at,
           s.seen_at >= clock_timestamp() - interval '1 minute', s.means
    FROM public.login_session s
    JOIN public.membership m ON m.organisation_id = s.organisation_id AND m.user_id = s.user_id AND m.ended_at IS NULL
    WHERE s.token_hash = wanted AND s.expires_at > clock_timestamp()
      AND s.seen_at + make_interval(secs => s.idle_seconds) > clock_timestamp()
  $$;

GRANT CREATE ON SCHEMA app TO greenroom_door;
REVOKE ALL ON FUNCTION app.check_login_session(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.check_login_session(bytea) TO greenroom_app;
ALTER FUNCTION app.check_login_session(bytea) OWNER TO greenroom_door;
REVOKE CREATE ON SCHEMA app FROM greenroom_door;
