-- Somebody who lost phone, recovery codes and passkeys gets a new start: by an administrator who sees them, where they
-- belong to no other organisation and have not chosen otherwise; by the operator, whoever they are.

CREATE POLICY door ON "authenticator" TO greenroom_door USING (true) WITH CHECK (true);
CREATE POLICY door ON "recovery_code" TO greenroom_door USING (true) WITH CHECK (true);
DROP POLICY own_account ON "authenticator";
DROP POLICY own_account ON "recovery_code";

-- Removes every second step of a member of the organisation that is entered, and ends their logins everywhere. Answers
-- with those that ended in this organisation; with no row where it may not be.
CREATE FUNCTION app.remove_second_step_of(who uuid, by_operator boolean) RETURNS TABLE (login_session_ids uuid[])
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  ended uuid[];
BEGIN
  PERFORM FROM public.user_account a WHERE a.id = who FOR UPDATE;
  IF NOT EXISTS (SELECT FROM public.membership m
                 WHERE m.organisation_id = app.organisation_id() AND m.user_id = who AND m.ended_at IS NULL)
    OR NOT by_operator AND NOT app.may_reset_by_code(who, app.organisation_id())
  THEN
    RETURN;
  END IF;
  DELETE FROM public.authenticator a WHERE a.user_id = who;
  DELETE FROM public.recovery_code c WHERE c.user_id = who;
  DELETE FROM public.passkey p WHERE p.user_id = who;
  WITH gone AS (DELETE FROM public.login_session s WHERE s.user_id = who RETURNING s.id, s.organisation_id)
  SELECT coalesce(array_agg(g.id), '{}') INTO ended FROM gone g WHERE g.organisation_id = app.organisation_id();
  RETURN QUERY SELECT ended;
END
$$;

GRANT CREATE ON SCHEMA app TO greenroom_door;
REVOKE ALL ON FUNCTION app.remove_second_step_of(uuid, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.remove_second_step_of(uuid, boolean) TO greenroom_app;
ALTER FUNCTION app.remove_second_step_of(uuid, boolean) OWNER TO greenroom_door;
REVOKE CREATE ON SCHEMA app FROM greenroom_door;
