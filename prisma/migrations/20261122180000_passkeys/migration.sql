-- Passkeys: public keys of a person, for signing in and for the second step. They belong to no organisation, and only
-- the doors below reach them. A challenge is what a browser has to sign; each is taken once and soon forgotten.

CREATE TABLE "passkey" (
  "credential_id" TEXT NOT NULL,
  "user_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "public_key" BYTEA NOT NULL,
  "counter" BIGINT NOT NULL,
  "transports" TEXT[] NOT NULL,
  "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "used_at" TIMESTAMPTZ(3),
  CONSTRAINT "passkey_pkey" PRIMARY KEY ("credential_id"),
  CONSTRAINT "passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account" ("id"),
  CONSTRAINT "passkey_credential_id_check" CHECK (length("credential_id") BETWEEN 1 AND 1400),
  CONSTRAINT "passkey_name_check" CHECK (length("name") BETWEEN 1 AND 100)
);
CREATE INDEX "passkey_user_id_idx" ON "passkey" ("user_id");

CREATE TABLE "passkey_challenge" (
  "challenge_hash" BYTEA NOT NULL,
  "purpose" TEXT NOT NULL,
  "user_id" UUID,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "passkey_challenge_pkey" PRIMARY KEY ("challenge_hash"),
  CONSTRAINT "passkey_challenge_challenge_hash_check" CHECK (length("challenge_hash") = 32),
  CONSTRAINT "passkey_challenge_purpose_check" CHECK ("purpose" IN ('sign_in', 'confirm', 'add')),
  CONSTRAINT "passkey_challenge_user_id_check" CHECK (("user_id" IS NULL) = ("purpose" = 'sign_in'))
);
CREATE INDEX "passkey_challenge_expires_at_idx" ON "passkey_challenge" ("expires_at");

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['passkey', 'passkey_challenge'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY door ON public.%I TO greenroom_door USING (true) WITH CHECK (true)', one);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO greenroom_door', one);
  END LOOP;
END
$$;

-- Remembers what a browser has to sign, for the person who asks (nobody yet, to sign in), and forgets what is over.
CREATE OR REPLACE FUNCTION app.keep_passkey_challenge(hash bytea, for_purpose text, seconds integer)
  RETURNS TABLE (expires_at timestamptz)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    WITH over AS (DELETE FROM public.passkey_challenge c WHERE c.expires_at < clock_timestamp())
    INSERT INTO public.passkey_challenge AS c (challenge_hash, purpose, user_id, expires_at)
    VALUES (hash, for_purpose, app.actor_id(), clock_timestamp() + make_interval(secs => seconds))
    RETURNING c.expires_at
  $$;

-- True once, for the same person and purpose, before it is over.
CREATE OR REPLACE FUNCTION app.take_passkey_challenge(hash bytea, for_purpose text) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    WITH taken AS (
      DELETE FROM public.passkey_challenge c
      WHERE c.challenge_hash = hash AND c.purpose = for_purpose AND c.user_id IS NOT DISTINCT FROM app.actor_id()
        AND c.expires_at > clock_timestamp()
      RETURNING c.purpose
    )
    SELECT EXISTS (SELECT FROM taken)
  $$;

-- Before anybody is signed in: whose passkey this is, and what verifies it.
CREATE OR REPLACE FUNCTION app.passkey_by_credential(wanted text)
  RETURNS TABLE (user_id uuid, public_key bytea, counter bigint, transports text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT p.user_id, p.public_key, p.counter, p.transports FROM public.passkey p WHERE p.credential_id = wanted
  $$;

CREATE OR REPLACE FUNCTION app.own_passkeys()
  RETURNS TABLE (credential_id text, name text, transports text[], added_at timestamptz, used_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT p.credential_id, p.name, p.transports, p.added_at, p.used_at FROM public.passkey p
    WHERE p.user_id = app.actor_id() ORDER BY p.added_at, p.credential_id
  $$;

-- False where a passkey of this id is there already.
CREATE OR REPLACE FUNCTION app.add_own_passkey(
    new_id text, called text, new_key bytea, new_counter bigint, new_transports text[]) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    WITH added AS (
      INSERT INTO public.passkey (credential_id, user_id, name, public_key, counter, transports)
      VALUES (new_id, app.actor_id(), called, new_key, new_counter, new_transports)
      ON CONFLICT (credential_id) DO NOTHING RETURNING credential_id
    )
    SELECT EXISTS (SELECT FROM added)
  $$;

CREATE OR REPLACE FUNCTION app.note_own_passkey_used(wanted text, new_counter bigint) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    WITH used AS (
      UPDATE public.passkey p SET counter = new_counter, used_at = clock_timestamp()
      WHERE p.credential_id = wanted AND p.user_id = app.actor_id() RETURNING p.credential_id
    )
    SELECT EXISTS (SELECT FROM used)
  $$;

CREATE OR REPLACE FUNCTION app.remove_own_passkey(wanted text) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    WITH removed AS (
      DELETE FROM public.passkey p WHERE p.credential_id = wanted AND p.user_id = app.actor_id() RETURNING p.credential_id
    )
    SELECT EXISTS (SELECT FROM removed)
  $$;

GRANT CREATE ON SCHEMA app TO greenroom_door;
DO $$
DECLARE
  door text;
BEGIN
  FOREACH door IN ARRAY ARRAY[
    'app.keep_passkey_challenge(bytea, text, integer)', 'app.take_passkey_challenge(bytea, text)',
    'app.passkey_by_credential(text)', 'app.own_passkeys()',
    'app.add_own_passkey(text, text, bytea, bigint, text[])', 'app.note_own_passkey_used(text, bigint)',
    'app.remove_own_passkey(text)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', door);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO greenroom_app', door);
    EXECUTE format('ALTER FUNCTION %s OWNER TO greenroom_door', door);
  END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA app FROM greenroom_door;
