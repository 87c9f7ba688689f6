-- When somebody showed that the account's address is theirs: with an invitation or a reset that was mailed to it, with a
-- link of the operator's, or by setting Greenroom up. Whoever joins by a code on paper types any address, and shows nothing.
ALTER TABLE "user_account" ADD COLUMN "email_proved_at" TIMESTAMPTZ(3);
GRANT SELECT (email_proved_at), UPDATE (email_proved_at) ON "user_account" TO greenroom_door;

-- Of the accounts that are there, those count as proved that have a password and were not made by a code on paper: an
-- account that is made by a code is as old as the use of the code.
ALTER TABLE "user_account" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "invitation" NO FORCE ROW LEVEL SECURITY;
UPDATE "user_account" a SET "email_proved_at" = CURRENT_TIMESTAMP
  WHERE a."password_hash" IS NOT NULL AND NOT EXISTS (SELECT FROM "invitation" i
    WHERE i."used_by" = a."id" AND i."kind" = 'printed' AND i."used_at" < a."created_at" + interval '1 minute');
ALTER TABLE "user_account" FORCE ROW LEVEL SECURITY;
ALTER TABLE "invitation" FORCE ROW LEVEL SECURITY;

CREATE FUNCTION app.is_email_proved(who uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT EXISTS (SELECT FROM public.user_account a WHERE a.id = who AND a.email_proved_at IS NOT NULL) $$;

-- The first proof takes away every way in that whoever made the account may have kept. True where it is the first. What
-- is linked in the same transaction came with the proof, and stays.
CREATE FUNCTION app.prove_email(who uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  UPDATE public.user_account a SET email_proved_at = clock_timestamp() WHERE a.id = who AND a.email_proved_at IS NULL;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  DELETE FROM public.authenticator a WHERE a.user_id = who;
  DELETE FROM public.recovery_code c WHERE c.user_id = who;
  DELETE FROM public.passkey p WHERE p.user_id = who;
  DELETE FROM public.identity i WHERE i.user_id = who AND i.linked_at < CURRENT_TIMESTAMP::timestamptz(3);
  DELETE FROM public.login_session s WHERE s.user_id = who AND s.organisation_id <> app.organisation_id();
  RETURN true;
END
$$;

-- Whoever sets Greenroom up holds the code of its window. Only while there is one organisation with one member.
CREATE FUNCTION app.prove_founder(who uuid) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    WITH proved AS (
      UPDATE public.user_account a SET email_proved_at = clock_timestamp()
      WHERE a.id = who AND (SELECT count(*) FROM public.organisation) = 1
        AND (SELECT array_agg(m.user_id) FROM public.membership m) = ARRAY[who]
      RETURNING a.id)
    SELECT EXISTS (SELECT FROM proved)
  $$;

DROP FUNCTION app.use_invitation(bytea, uuid);
CREATE FUNCTION app.use_invitation(wanted bytea, who uuid)
  RETURNS TABLE (invitation_id uuid, kind text, roles text[], first_proof boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
#variable_conflict use_column
DECLARE
  used public.invitation;
  address text;
BEGIN
  SELECT a.email INTO address FROM public.user_account a WHERE a.id = who FOR UPDATE;
  UPDATE public.invitation i
    SET used_at = clock_timestamp(), used_by = a.id, used_name = a.name, used_email = a.email,
      expires_at = CASE WHEN i.kind = 'printed' THEN clock_timestamp() + interval '7 days' ELSE i.expires_at END
    FROM public.user_account a
    WHERE a.id = who AND i.token_hash = wanted AND i.organisation_id = app.organisation_id()
      AND i.used_at IS NULL AND i.ended_at IS NULL AND i.expires_at > clock_timestamp()
    RETURNING i.* INTO used;
  IF used.id IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT used.id, used.kind, used.roles,
    CASE WHEN used.kind = 'mail' AND lower(used.email) = address THEN app.prove_email(who) ELSE false END;
END
$$;

DROP FUNCTION app.use_password_reset(bytea, text);
CREATE FUNCTION app.use_password_reset(wanted bytea, new_password_hash text)
  RETURNS TABLE (user_id uuid, login_session_ids uuid[], first_proof boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
#variable_conflict use_column
DECLARE
  who uuid;
  by_kind text;
  ended uuid[];
BEGIN
  UPDATE public.password_reset r SET used_at = clock_timestamp()
    WHERE r.token_hash = wanted AND r.organisation_id = app.organisation_id() AND r.used_at IS NULL
      AND r.expires_at > clock_timestamp()
      AND (r.kind <> 'code' OR app.may_reset_by_code(r.user_id, r.organisation_id))
    RETURNING r.user_id, r.kind INTO who, by_kind;
  IF who IS NULL THEN
    RETURN;
  END IF;
  UPDATE public.user_account a SET password_hash = new_password_hash WHERE a.id = who;
  UPDATE public.password_reset r SET expires_at = clock_timestamp()
    WHERE r.user_id = who AND r.used_at IS NULL AND r.expires_at > clock_timestamp();
  WITH gone AS (DELETE FROM public.login_session s WHERE s.user_id = who RETURNING s.id, s.organisation_id)
  SELECT coalesce(array_agg(gone.id) FILTER (WHERE gone.organisation_id = app.organisation_id()), '{}') INTO ended FROM gone;
  RETURN QUERY SELECT who, ended, CASE WHEN by_kind = 'code' THEN false ELSE app.prove_email(who) END;
END
$$;

GRANT CREATE ON SCHEMA app TO greenroom_door;
DO $$
DECLARE
  door text;
BEGIN
  FOREACH door IN ARRAY ARRAY['app.is_email_proved(uuid)', 'app.prove_founder(uuid)', 'app.use_invitation(bytea, uuid)',
    'app.use_password_reset(bytea, text)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', door);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO greenroom_app', door);
    EXECUTE format('ALTER FUNCTION %s OWNER TO greenroom_door', door);
  END LOOP;
END
$$;
-- Only the other doors prove an address.
REVOKE ALL ON FUNCTION app.prove_email(uuid) FROM PUBLIC;
ALTER FUNCTION app.prove_email(uuid) OWNER TO greenroom_door;
REVOKE CREATE ON SCHEMA app FROM greenroom_door;
