-- Whoever was given more rights than a planner's since they signed in is signed out as soon as their likes: from the
-- second step on, without which those rights rest, half an hour in which nothing is done ends the login.
GRANT UPDATE (idle_seconds) ON "login_session" TO greenroom_door;

DROP FUNCTION app.confirm_login_session(uuid, bytea);
CREATE FUNCTION app.confirm_login_session(wanted uuid, new_token_hash bytea) RETURNS TABLE (confirmed_at timestamptz)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    UPDATE public.login_session s SET confirmed_at = clock_timestamp(), token_hash = new_token_hash,
      idle_seconds = CASE
        WHEN EXISTS (SELECT FROM public.membership_role r
          WHERE r.organisation_id = s.organisation_id AND r.user_id = s.user_id AND r.role <> 'planner')
        THEN least(s.idle_seconds, 1800) ELSE s.idle_seconds END
    WHERE s.id = wanted AND s.user_id = app.actor_id() AND s.organisation_id = app.organisation_id()
    RETURNING s.confirmed_at
  $$;

GRANT CREATE ON SCHEMA app TO greenroom_door;
REVOKE ALL ON FUNCTION app.confirm_login_session(uuid, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.confirm_login_session(uuid, bytea) TO greenroom_app;
ALTER FUNCTION app.confirm_login_session(uuid, bytea) OWNER TO greenroom_door;
REVOKE CREATE ON SCHEMA app FROM greenroom_door;
