-- A way to a new password, once: a link that is mailed to the account's address, a code that an administrator hands over,
-- or a link that the operator made. Only the doors reach it. It is kept with the organisation in which it was made.
CREATE TABLE "password_reset" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "token_hash" BYTEA NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "used_at" TIMESTAMPTZ(3),
  CONSTRAINT "password_reset_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "password_reset_organisation_id_user_id_fkey" FOREIGN KEY ("organisation_id", "user_id")
    REFERENCES "membership" ("organisation_id", "user_id"),
  CONSTRAINT "password_reset_kind_check" CHECK ("kind" IN ('link', 'code', 'operator')),
  CONSTRAINT "password_reset_token_hash_check" CHECK (length("token_hash") = 32)
);
CREATE UNIQUE INDEX "password_reset_token_hash_key" ON "password_reset" ("token_hash");
CREATE INDEX "password_reset_user_id_idx" ON "password_reset" ("user_id");

ALTER TABLE "password_reset" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "password_reset" FORCE ROW LEVEL SECURITY;
CREATE POLICY door ON "password_reset" TO greenroom_door USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (expires_at, used_at) ON "password_reset" TO greenroom_door;

-- Whoever wants no administrator to reset their password. An administrator cannot tell it from belonging elsewhere.
ALTER TABLE "user_account" ADD COLUMN "resets_alone" BOOLEAN NOT NULL DEFAULT false;
GRANT SELECT (resets_alone), UPDATE (resets_alone) ON "user_account" TO greenroom_door;

-- What members are told may be about the organisation and one of its members, and not about a session.
ALTER TABLE "notice" ALTER COLUMN "session_id" DROP NOT NULL;
ALTER TABLE "notice" ADD COLUMN "about_user" UUID;
ALTER TABLE "notice" ADD CONSTRAINT "notice_organisation_id_about_user_fkey"
  FOREIGN KEY ("organisation_id", "about_user") REFERENCES "membership" ("organisation_id", "user_id");
CREATE INDEX "notice_organisation_id_about_user_idx" ON "notice" ("organisation_id", "about_user");

-- A code from an administrator reaches the whole account, so that it is only for who belongs to this organisation alone.
CREATE OR REPLACE FUNCTION app.may_reset_by_code(who uuid, here uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT NOT a.resets_alone AND NOT EXISTS (SELECT FROM public.membership m
      WHERE m.user_id = who AND m.organisation_id <> here AND m.ended_at IS NULL)
    FROM public.user_account a WHERE a.id = who
  $$;

-- Opens one for a member of the organisation that is entered, and ends those before it. Nothing where it may not be:
-- a code for somebody who belongs elsewhere or resets alone, or more than three links in an hour.
CREATE OR REPLACE FUNCTION app.open_password_reset(new_id uuid, new_hash bytea, who uuid, new_kind text, seconds integer)
  RETURNS TABLE (reset_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
#variable_conflict use_column
BEGIN
  -- Everything about one person's resets comes one after the other.
  PERFORM FROM public.user_account a WHERE a.id = who FOR UPDATE;
  IF NOT EXISTS (SELECT FROM public.membership m
                 WHERE m.organisation_id = app.organisation_id() AND m.user_id = who AND m.ended_at IS NULL)
    OR new_kind = 'code' AND NOT app.may_reset_by_code(who, app.organisation_id())
    OR new_kind = 'link' AND (SELECT count(*) FROM public.password_reset r WHERE r.user_id = who AND r.kind = 'link'
                              AND r.created_at > clock_timestamp() - interval '1 hour') >= 3
  THEN
    RETURN;
  END IF;
  UPDATE public.password_reset r SET expires_at = clock_timestamp()
    WHERE r.user_id = who AND r.used_at IS NULL AND r.expires_at > clock_timestamp();
  RETURN QUERY INSERT INTO public.password_reset (organisation_id, id, user_id, kind, token_hash, expires_at)
    VALUES (app.organisation_id(), new_id, who, new_kind, new_hash, clock_timestamp() + make_interval(secs => seconds))
    RETURNING id;
END
$$;

-- Whose password a token resets, while it can be used.
CREATE OR REPLACE FUNCTION app.password_reset_by_token(wanted bytea)
  RETURNS TABLE (organisation_id uuid, user_id uuid, email text, name text, organisation_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT r.organisation_id, r.user_id, a.email, a.name, o.name
    FROM public.password_reset r JOIN public.user_account a ON a.id = r.user_id
      JOIN public.organisation o ON o.id = r.organisation_id
    WHERE r.token_hash = wanted AND r.used_at IS NULL AND r.expires_at > clock_timestamp()
      AND (r.kind <> 'code' OR app.may_reset_by_code(r.user_id, r.organisation_id))
  $$;

-- Uses it up: the new password holds, every login of the person ends in every organisation, and every other reset.
-- Of two who try at once the second waits here, and gets nothing. Answers with the logins ended in this organisation.
CREATE OR REPLACE FUNCTION app.use_password_reset(wanted bytea, new_password_hash text)
  RETURNS TABLE (user_id uuid, login_session_ids uuid[])
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
#variable_conflict use_column
DECLARE
  who uuid;
  ended uuid[];
BEGIN
  UPDATE public.password_reset r SET used_at = clock_timestamp()
    WHERE r.token_hash = wanted AND r.organisation_id = app.organisation_id() AND r.used_at IS NULL
      AND r.expires_at > clock_timestamp()
      AND (r.kind <> 'code' OR app.may_reset_by_code(r.user_id, r.organisation_id))
    RETURNING r.user_id INTO who;
  IF who IS NULL THEN
    RETURN;
  END IF;
  UPDATE public.user_account a SET password_hash = new_password_hash WHERE a.id = who;
  UPDATE public.password_reset r SET expires_at = clock_timestamp()
    WHERE r.user_id = who AND r.used_at IS NULL AND r.expires_at > clock_timestamp();
  WITH gone AS (DELETE FROM public.login_session s WHERE s.user_id = who RETURNING s.id, s.organisation_id)
  SELECT coalesce(array_agg(gone.id) FILTER (WHERE gone.organisation_id = app.organisation_id()), '{}') INTO ended FROM gone;
  RETURN QUERY SELECT who, ended;
END
$$;

-- Ends what was opened for somebody in this organisation: whoever leaves takes no way back along.
CREATE OR REPLACE FUNCTION app.end_password_resets_of(who uuid) RETURNS TABLE (reset_id uuid)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    UPDATE public.password_reset r SET expires_at = clock_timestamp()
    WHERE r.user_id = who AND r.organisation_id = app.organisation_id() AND r.used_at IS NULL
      AND r.expires_at > clock_timestamp()
    RETURNING r.id
  $$;

CREATE OR REPLACE FUNCTION app.own_resets_alone() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT a.resets_alone FROM public.user_account a WHERE a.id = app.actor_id() $$;

CREATE OR REPLACE FUNCTION app.set_own_resets_alone(alone boolean) RETURNS TABLE (user_id uuid)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ UPDATE public.user_account a SET resets_alone = alone WHERE a.id = app.actor_id() RETURNING a.id $$;

-- The organisations that the person who asks belongs to now, by name.
CREATE OR REPLACE FUNCTION app.own_organisations() RETURNS TABLE (organisation_id uuid, organisation_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT m.organisation_id, o.name
    FROM public.membership m JOIN public.organisation o ON o.id = m.organisation_id
    WHERE m.user_id = app.actor_id() AND m.ended_at IS NULL
    ORDER BY o.name, o.id
  $$;

GRANT CREATE ON SCHEMA app TO greenroom_door;
DO $$
DECLARE
  door text;
BEGIN
  FOREACH door IN ARRAY ARRAY['app.open_password_reset(uuid, bytea, uuid, text, integer)',
    'app.password_reset_by_token(bytea)', 'app.use_password_reset(bytea, text)', 'app.end_password_resets_of(uuid)',
    'app.own_resets_alone()', 'app.set_own_resets_alone(boolean)', 'app.own_organisations()'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', door);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO greenroom_app', door);
    EXECUTE format('ALTER FUNCTION %s OWNER TO greenroom_door', door);
  END LOOP;
END
$$;
-- Asked by the other doors alone: what it tells is for nobody.
REVOKE ALL ON FUNCTION app.may_reset_by_code(uuid, uuid) FROM PUBLIC;
ALTER FUNCTION app.may_reset_by_code(uuid, uuid) OWNER TO greenroom_door;
REVOKE CREATE ON SCHEMA app FROM greenroom_door;
