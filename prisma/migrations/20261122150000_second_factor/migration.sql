-- The second step of signing in: an authenticator app and recovery codes. They belong to a person and to no
-- organisation; the application's role has no right to these tables, and each door looks at the person who asks
-- (app.actor_id()) alone. "confirmed_at" is when the second step was last given in a login.

ALTER TABLE "login_session" ADD COLUMN "confirmed_at" TIMESTAMPTZ(3);

-- "last_step" is the number of the 30 seconds, counted from 1970, whose code was last taken: none is taken twice.
CREATE TABLE "authenticator" (
  "user_id" UUID NOT NULL,
  "secret" TEXT NOT NULL,
  "last_step" BIGINT NOT NULL,
  "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "authenticator_pkey" PRIMARY KEY ("user_id"),
  CONSTRAINT "authenticator_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account" ("id"),
  CONSTRAINT "authenticator_secret_check" CHECK (length("secret") BETWEEN 1 AND 400)
);

CREATE TABLE "recovery_code" (
  "user_id" UUID NOT NULL,
  "code_hash" BYTEA NOT NULL,
  CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("user_id", "code_hash"),
  CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account" ("id"),
  CONSTRAINT "recovery_code_code_hash_check" CHECK (length("code_hash") = 32)
);

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['authenticator', 'recovery_code'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format(
      'CREATE POLICY own_account ON public.%I TO greenroom_door'
      ' USING (user_id = (SELECT app.actor_id())) WITH CHECK (user_id = (SELECT app.actor_id()))', one);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO greenroom_door', one);
  END LOOP;
END
$$;
GRANT UPDATE (confirmed_at) ON "login_session" TO greenroom_door;

DROP FUNCTION app.check_login_session(bytea);
CREATE FUNCTION app.check_login_session(wanted bytea)
  RETURNS TABLE (login_session_id uuid, organisation_id uuid, user_id uuid, confirmed_at timestamptz)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
#variable_conflict use_column
DECLARE
  found_session public.login_session;
BEGIN
  SELECT s.* INTO found_session FROM public.login_session s
    JOIN public.membership m ON m.organisation_id = s.organisation_id AND m.user_id = s.user_id AND m.ended_at IS NULL
    WHERE s.token_hash = wanted AND s.expires_at > clock_timestamp()
      AND s.seen_at + make_interval(secs => s.idle_seconds) > clock_timestamp();
  IF NOT FOUND THEN
    RETURN;
  END IF;
  IF found_session.seen_at < clock_timestamp() - interval '1 minute' THEN
    UPDATE public.login_session s SET seen_at = clock_timestamp() WHERE s.token_hash = wanted;
  END IF;
  RETURN QUERY SELECT found_session.id, found_session.organisation_id, found_session.user_id,
    found_session.confirmed_at;
END
$$;

-- Notes that the second step was given in this login of the person who asks.
CREATE OR REPLACE FUNCTION app.confirm_login_session(wanted uuid) RETURNS TABLE (confirmed_at timestamptz)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    UPDATE public.login_session s SET confirmed_at = clock_timestamp()
    WHERE s.id = wanted AND s.user_id = app.actor_id() AND s.organisation_id = app.organisation_id()
    RETURNING s.confirmed_at
  $$;

CREATE OR REPLACE FUNCTION app.own_second_factor()
  RETURNS TABLE (secret text, last_step bigint, added_at timestamptz, recovery_codes integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT a.secret, a.last_step, a.added_at,
           (SELECT count(*)::integer FROM public.recovery_code c WHERE c.user_id = a.user_id)
    FROM public.authenticator a WHERE a.user_id = app.actor_id()
  $$;

-- An authenticator takes the place of the one before it, and its recovery codes of theirs.
CREATE OR REPLACE FUNCTION app.set_own_authenticator(new_secret text, step bigint) RETURNS TABLE (added_at timestamptz)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    INSERT INTO public.authenticator AS a (user_id, secret, last_step, added_at)
    VALUES (app.actor_id(), new_secret, step, clock_timestamp())
    ON CONFLICT (user_id) DO UPDATE
      SET secret = excluded.secret, last_step = excluded.last_step, added_at = excluded.added_at
    RETURNING a.added_at
  $$;

-- True for the first who brings the code of these 30 seconds; never for one that is older than one already taken.
CREATE OR REPLACE FUNCTION app.take_own_step(wanted_secret text, step bigint) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    WITH taken AS (
      UPDATE public.authenticator a SET last_step = step
      WHERE a.user_id = app.actor_id() AND a.secret = wanted_secret AND a.last_step < step RETURNING a.user_id
    )
    SELECT EXISTS (SELECT FROM taken)
  $$;

CREATE OR REPLACE FUNCTION app.set_own_recovery_codes(hashes bytea[]) RETURNS TABLE (recovery_codes integer)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    WITH dropped AS (DELETE FROM public.recovery_code c WHERE c.user_id = app.actor_id() AND c.code_hash <> ALL (hashes)),
    added AS (
      INSERT INTO public.recovery_code (user_id, code_hash) SELECT app.actor_id(), h FROM unnest(hashes) h
      ON CONFLICT DO NOTHING RETURNING user_id
    )
    SELECT count(*)::integer FROM added
  $$;

-- True once for each code.
CREATE OR REPLACE FUNCTION app.take_own_recovery_code(wanted bytea) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    WITH taken AS (
      DELETE FROM public.recovery_code c WHERE c.user_id = app.actor_id() AND c.code_hash = wanted RETURNING c.user_id
    )
    SELECT EXISTS (SELECT FROM taken)
  $$;

GRANT CREATE ON SCHEMA app TO greenroom_door;
DO $$
DECLARE
  door text;
BEGIN
  FOREACH door IN ARRAY ARRAY[
    'app.check_login_session(bytea)', 'app.confirm_login_session(uuid)', 'app.own_second_factor()',
    'app.set_own_authenticator(text, bigint)', 'app.take_own_step(text, bigint)',
    'app.set_own_recovery_codes(bytea[])', 'app.take_own_recovery_code(bytea)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', door);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO greenroom_app', door);
    EXECUTE format('ALTER FUNCTION %s OWNER TO greenroom_door', door);
  END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA app FROM greenroom_door;
