-- An organisation's own sign-in by OpenID Connect: where it is, and what it knows people by. The secret of the client is
-- sealed with a key that is not in the database.
CREATE TABLE "sign_in_provider" (
  "organisation_id" UUID NOT NULL,
  "issuer" TEXT NOT NULL,
  "client_id" TEXT NOT NULL,
  "client_secret" TEXT NOT NULL,
  "required" BOOLEAN NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "sign_in_provider_pkey" PRIMARY KEY ("organisation_id"),
  CONSTRAINT "sign_in_provider_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id"),
  CONSTRAINT "sign_in_provider_issuer_check" CHECK (length("issuer") BETWEEN 8 AND 500),
  CONSTRAINT "sign_in_provider_client_id_check" CHECK (length("client_id") BETWEEN 1 AND 300)
);
SELECT app.isolate('sign_in_provider');
CREATE POLICY door ON "sign_in_provider" TO greenroom_door USING (true) WITH CHECK (false);
GRANT SELECT (organisation_id, issuer, client_id, required, version), INSERT, UPDATE, DELETE ON "sign_in_provider" TO greenroom_app;
GRANT SELECT ON "sign_in_provider" TO greenroom_door;

-- Whom a provider knows as whom: by its address and its own name for the person, and by nothing else. It belongs to the
-- account and to no organisation; one for each provider.
CREATE TABLE "identity" (
  "issuer" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "user_id" UUID NOT NULL,
  "linked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "identity_pkey" PRIMARY KEY ("issuer", "subject"),
  CONSTRAINT "identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account" ("id"),
  CONSTRAINT "identity_subject_check" CHECK (length("subject") BETWEEN 1 AND 255)
);
CREATE UNIQUE INDEX "identity_user_id_issuer_key" ON "identity" ("user_id", "issuer");
ALTER TABLE "identity" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "identity" FORCE ROW LEVEL SECURITY;
CREATE POLICY door ON "identity" TO greenroom_door USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON "identity" TO greenroom_door;

-- How a login was opened. What a provider opened stays in the provider's organisation.
ALTER TABLE "login_session" ADD COLUMN "means" TEXT NOT NULL DEFAULT 'password';
ALTER TABLE "login_session" ADD CONSTRAINT "login_session_means_check" CHECK ("means" IN ('password', 'passkey', 'provider'));

CREATE POLICY door ON "membership_role" TO greenroom_door USING (true) WITH CHECK (false);
GRANT SELECT ON "membership_role" TO greenroom_door;

DROP FUNCTION app.open_login_session(uuid, bytea, uuid, integer, integer);
CREATE FUNCTION app.open_login_session(
    new_id uuid, token_hash bytea, user_id uuid, idle_seconds integer, absolute_seconds integer, by_means text)
  RETURNS TABLE (login_session_id uuid)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    INSERT INTO public.login_session (id, token_hash, organisation_id, user_id, idle_seconds, expires_at, means)
    SELECT new_id, open_login_session.token_hash, m.organisation_id, m.user_id, open_login_session.idle_seconds,
           clock_timestamp() + make_interval(secs => absolute_seconds), by_means
    FROM public.membership m
    WHERE m.organisation_id = app.organisation_id() AND m.user_id = open_login_session.user_id AND m.ended_at IS NULL
    RETURNING id
  $$;

-- How the login of the person who asks was opened.
CREATE OR REPLACE FUNCTION app.own_login_means(wanted bytea) RETURNS TABLE (means text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT s.means FROM public.login_session s WHERE s.token_hash = wanted AND s.user_id = app.actor_id() $$;

-- Before anybody is signed in: the provider of the organisation whose address was opened.
CREATE OR REPLACE FUNCTION app.sign_in_provider_of(wanted uuid)
  RETURNS TABLE (organisation_id uuid, issuer text, client_id text, client_secret text, required boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT p.organisation_id, p.issuer, p.client_id, p.client_secret, p.required
    FROM public.sign_in_provider p WHERE p.organisation_id = wanted
  $$;

CREATE OR REPLACE FUNCTION app.account_by_identity(wanted_issuer text, wanted_subject text) RETURNS TABLE (user_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT i.user_id FROM public.identity i WHERE i.issuer = wanted_issuer AND i.subject = wanted_subject $$;

CREATE OR REPLACE FUNCTION app.own_identity(wanted_issuer text) RETURNS TABLE (linked_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT i.linked_at FROM public.identity i WHERE i.issuer = wanted_issuer AND i.user_id = app.actor_id() $$;

-- Takes the place of what the same provider knew the person by before. False where it is somebody else's.
CREATE OR REPLACE FUNCTION app.link_own_identity(new_issuer text, new_subject text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  DELETE FROM public.identity i WHERE i.issuer = new_issuer AND i.user_id = app.actor_id() AND i.subject <> new_subject;
  INSERT INTO public.identity (issuer, subject, user_id) VALUES (new_issuer, new_subject, app.actor_id())
    ON CONFLICT DO NOTHING;
  RETURN EXISTS (SELECT FROM public.identity i
    WHERE i.issuer = new_issuer AND i.subject = new_subject AND i.user_id = app.actor_id());
END
$$;

CREATE OR REPLACE FUNCTION app.unlink_own_identity(old_issuer text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  DELETE FROM public.identity i WHERE i.issuer = old_issuer AND i.user_id = app.actor_id();
  RETURN FOUND;
END
$$;

-- Whether an administrator of the organisation that is entered, other than one, can sign in with a password.
CREATE OR REPLACE FUNCTION app.has_password_administrator(other_than uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT EXISTS (SELECT FROM public.membership m
      JOIN public.membership_role r ON r.organisation_id = m.organisation_id AND r.user_id = m.user_id
      JOIN public.user_account a ON a.id = m.user_id
      WHERE m.organisation_id = app.organisation_id() AND m.ended_at IS NULL AND r.role = 'administrator'
        AND a.password_hash IS NOT NULL AND m.user_id IS DISTINCT FROM other_than)
  $$;

GRANT CREATE ON SCHEMA app TO greenroom_door;
DO $$
DECLARE
  door text;
BEGIN
  FOREACH door IN ARRAY ARRAY[
    'app.open_login_session(uuid, bytea, uuid, integer, integer, text)', 'app.own_login_means(bytea)',
    'app.sign_in_provider_of(uuid)', 'app.account_by_identity(text, text)', 'app.own_identity(text)',
    'app.link_own_identity(text, text)', 'app.unlink_own_identity(text)', 'app.has_password_administrator(uuid)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', door);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO greenroom_app', door);
    EXECUTE format('ALTER FUNCTION %s OWNER TO greenroom_door', door);
  END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA app FROM greenroom_door;
