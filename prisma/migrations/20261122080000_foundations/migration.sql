-- Roles are shared by every database of a server, so each is made only where it is missing. None of them can sign in.
--   greenroom_app    what every request runs as: owns nothing, cannot pass row-level security
--   greenroom_door   owns the few functions that look something up before an organisation is known
--   greenroom_audit  owns the function that links the audit chain
DO $$
DECLARE
  role_name text;
  may_act_as text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['greenroom_app', 'greenroom_door', 'greenroom_audit'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', role_name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- made at this moment by the migration of another database of this server
      END;
    END IF;
    -- From PostgreSQL 16 on, whoever made a role may administer it but not yet act as it.
    may_act_as := CASE WHEN current_setting('server_version_num')::integer >= 160000 THEN 'SET' ELSE 'MEMBER' END;
    IF NOT pg_has_role(current_user, role_name, may_act_as) THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', role_name);
    END IF;
  END LOOP;
END
$$;

CREATE SCHEMA IF NOT EXISTS app;
GRANT USAGE ON SCHEMA app, public TO greenroom_app, greenroom_door, greenroom_audit;

-- A custom setting reverts to '' and not to NULL after the first transaction that set it, hence NULLIF.
CREATE OR REPLACE FUNCTION app.organisation_id() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
  AS $$ SELECT NULLIF(current_setting('app.organisation_id', true), '')::uuid $$;

CREATE OR REPLACE FUNCTION app.actor_id() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
  AS $$ SELECT NULLIF(current_setting('app.actor_id', true), '')::uuid $$;

-- Every table of an organisation gets the same policy through this one function.
CREATE OR REPLACE FUNCTION app.isolate(table_name text) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', table_name);
  EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', table_name);
  EXECUTE format(
    'CREATE POLICY own_organisation ON public.%I'
    ' USING (organisation_id = (SELECT app.organisation_id()))'
    ' WITH CHECK (organisation_id = (SELECT app.organisation_id()))', table_name);
END
$$;
REVOKE ALL ON FUNCTION app.isolate(text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION app.refuse_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = '42501';
END
$$;

-- Organisations, accounts, memberships -------------------------------------------------------------------------

CREATE TABLE "organisation" (
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "organisation_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "organisation_name_check" CHECK (length("name") BETWEEN 1 AND 200)
);

CREATE TABLE "user_account" (
  "id" UUID NOT NULL,
  "email" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "password_hash" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "user_account_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "user_account_email_check" CHECK ("email" = lower("email") AND position('@' IN "email") > 1)
);
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account" ("email");

CREATE TABLE "membership" (
  "organisation_id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "membership_pkey" PRIMARY KEY ("organisation_id", "user_id"),
  CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id"),
  CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account" ("id")
);
CREATE INDEX "membership_user_id_idx" ON "membership" ("user_id");

CREATE TABLE "membership_role" (
  "organisation_id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "role" TEXT NOT NULL,
  CONSTRAINT "membership_role_pkey" PRIMARY KEY ("organisation_id", "user_id", "role"),
  CONSTRAINT "membership_role_organisation_id_user_id_fkey" FOREIGN KEY ("organisation_id", "user_id")
    REFERENCES "membership" ("organisation_id", "user_id"),
  CONSTRAINT "membership_role_role_check"
    CHECK ("role" IN ('planner', 'approver', 'safeguarding_lead', 'administrator', 'reviewer'))
);

-- A login. Only the SHA-256 of its token is kept, and only the doors below reach it.
CREATE TABLE "login_session" (
  "id" UUID NOT NULL,
  "token_hash" BYTEA NOT NULL,
  "organisation_id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "idle_seconds" INTEGER NOT NULL,
  "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "login_session_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "login_session_organisation_id_user_id_fkey" FOREIGN KEY ("organisation_id", "user_id")
    REFERENCES "membership" ("organisation_id", "user_id"),
  CONSTRAINT "login_session_token_hash_check" CHECK (length("token_hash") = 32),
  CONSTRAINT "login_session_idle_seconds_check" CHECK ("idle_seconds" > 0)
);
CREATE UNIQUE INDEX "login_session_token_hash_key" ON "login_session" ("token_hash");
CREATE INDEX "login_session_organisation_id_user_id_idx" ON "login_session" ("organisation_id", "user_id");

-- One row for each form that was sent, so that sending it again writes nothing again.
CREATE TABLE "submission" (
  "organisation_id" UUID NOT NULL,
  "actor_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "request_hash" BYTEA NOT NULL,
  "result" JSONB,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "submission_pkey" PRIMARY KEY ("organisation_id", "actor_id", "id"),
  CONSTRAINT "submission_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id")
    DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT "submission_request_hash_check" CHECK (length("request_hash") = 32)
);

-- The audit chain ----------------------------------------------------------------------------------------------

CREATE TABLE "audit_head" (
  "organisation_id" UUID NOT NULL,
  "seq" BIGINT NOT NULL,
  "hash" BYTEA NOT NULL,
  CONSTRAINT "audit_head_pkey" PRIMARY KEY ("organisation_id"),
  CONSTRAINT "audit_head_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id")
);

-- "body" is the exact text that was hashed; "payload" is the same, for queries, and cannot differ from it.
CREATE TABLE "audit_event" (
  "organisation_id" UUID NOT NULL,
  "seq" BIGINT NOT NULL,
  "recorded_at" TIMESTAMPTZ(6) NOT NULL,
  "body" TEXT NOT NULL,
  "payload" JSONB NOT NULL GENERATED ALWAYS AS ("body"::jsonb) STORED,
  "prev_hash" BYTEA NOT NULL,
  "hash" BYTEA NOT NULL,
  CONSTRAINT "audit_event_pkey" PRIMARY KEY ("organisation_id", "seq"),
  CONSTRAINT "audit_event_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id"),
  CONSTRAINT "audit_event_body_check" CHECK (length("body") BETWEEN 2 AND 65536)
);
CREATE INDEX "audit_event_session_idx" ON "audit_event" ("organisation_id", ("payload" ->> 'sessionId'), "seq");

-- hash = sha256("greenroom-audit-v1" 00 | previous hash | organisation id (16 bytes) | seq (8 bytes, big-endian)
--               | recorded_at in microseconds since 1970 (8 bytes, big-endian) | body in UTF-8)
CREATE OR REPLACE FUNCTION app.audit_hash(prev_hash bytea, organisation_id uuid, seq bigint, recorded_at timestamptz, body text)
  RETURNS bytea LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT sha256(
      convert_to('greenroom-audit-v1', 'UTF8') || '\x00'::bytea || prev_hash || uuid_send(organisation_id) || int8send(seq)
      || int8send((extract(epoch FROM recorded_at) * 1000000)::bigint) || convert_to(body, 'UTF8'))
  $$;

CREATE OR REPLACE FUNCTION app.link_audit_event() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  head public.audit_head;
BEGIN
  -- The advisory lock makes a fair queue of the writers of one organisation; the head row is what they queue for.
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.organisation_id::text, 7));
  SELECT * INTO head FROM public.audit_head h WHERE h.organisation_id = NEW.organisation_id FOR UPDATE;
  IF NOT FOUND THEN
    head.seq := 0;
    head.hash := decode(repeat('00', 32), 'hex');
    INSERT INTO public.audit_head (organisation_id, seq, hash) VALUES (NEW.organisation_id, head.seq, head.hash);
  END IF;
  NEW.seq := head.seq + 1;
  NEW.recorded_at := clock_timestamp();
  NEW.prev_hash := head.hash;
  NEW.hash := app.audit_hash(NEW.prev_hash, NEW.organisation_id, NEW.seq, NEW.recorded_at, NEW.body);
  UPDATE public.audit_head SET seq = NEW.seq, hash = NEW.hash WHERE organisation_id = NEW.organisation_id;
  RETURN NEW;
END
$$;

CREATE TRIGGER audit_event_link BEFORE INSERT ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION app.link_audit_event();
CREATE TRIGGER audit_event_keep BEFORE UPDATE OR DELETE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER audit_event_keep_all BEFORE TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER audit_head_keep BEFORE DELETE ON "audit_head"
  FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER audit_head_keep_all BEFORE TRUNCATE ON "audit_head"
  FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE "audit_event" ENABLE ALWAYS TRIGGER audit_event_link;
ALTER TABLE "audit_event" ENABLE ALWAYS TRIGGER audit_event_keep;
ALTER TABLE "audit_event" ENABLE ALWAYS TRIGGER audit_event_keep_all;
ALTER TABLE "audit_head" ENABLE ALWAYS TRIGGER audit_head_keep;
ALTER TABLE "audit_head" ENABLE ALWAYS TRIGGER audit_head_keep_all;

-- Who may touch what -------------------------------------------------------------------------------------------

SELECT app.isolate(t) FROM unnest(ARRAY['membership', 'membership_role', 'submission', 'audit_event', 'audit_head']) t;

ALTER TABLE "organisation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "organisation" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON "organisation"
  USING (id = (SELECT app.organisation_id())) WITH CHECK (id = (SELECT app.organisation_id()));

-- An account is seen by the organisations that its holder belongs to or belonged to.
ALTER TABLE "user_account" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "user_account" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON "user_account" TO greenroom_app
  USING (EXISTS (SELECT FROM public.membership m
                 WHERE m.organisation_id = (SELECT app.organisation_id()) AND m.user_id = user_account.id))
  WITH CHECK (EXISTS (SELECT FROM public.membership m
                      WHERE m.organisation_id = (SELECT app.organisation_id()) AND m.user_id = user_account.id));

ALTER TABLE "login_session" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "login_session" FORCE ROW LEVEL SECURITY;

CREATE POLICY door ON "organisation" TO greenroom_door USING (true) WITH CHECK (false);
CREATE POLICY door ON "user_account" TO greenroom_door USING (true) WITH CHECK (true);
CREATE POLICY door ON "membership" TO greenroom_door USING (true) WITH CHECK (false);
CREATE POLICY door ON "login_session" TO greenroom_door USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON "organisation", "membership" TO greenroom_app;
GRANT SELECT, INSERT, DELETE ON "membership_role" TO greenroom_app;
GRANT SELECT (id, email, name, created_at), UPDATE (name) ON "user_account" TO greenroom_app;
GRANT SELECT, INSERT, UPDATE (result) ON "submission" TO greenroom_app;
GRANT SELECT ON "audit_head", "audit_event" TO greenroom_app;
GRANT INSERT (organisation_id, body) ON "audit_event" TO greenroom_app;

GRANT SELECT, INSERT, UPDATE ON "audit_head" TO greenroom_audit;

GRANT SELECT (id) ON "organisation" TO greenroom_door;
GRANT SELECT (id, email, password_hash), INSERT (id, email, name, password_hash) ON "user_account" TO greenroom_door;
GRANT SELECT (organisation_id, user_id, created_at, ended_at) ON "membership" TO greenroom_door;
GRANT SELECT, INSERT, DELETE, UPDATE (seen_at) ON "login_session" TO greenroom_door;

-- The doors: what must be known before, or whichever, organisation is entered. They give ids (and one hash), no more.

CREATE OR REPLACE FUNCTION app.account_by_email(wanted text) RETURNS TABLE (user_id uuid, password_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT a.id, a.password_hash FROM public.user_account a WHERE a.email = lower(wanted) $$;

-- False where an account has this address already.
CREATE OR REPLACE FUNCTION app.add_account(new_id uuid, email text, name text, password_hash text) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    WITH added AS (
      INSERT INTO public.user_account (id, email, name, password_hash)
      VALUES (new_id, lower(add_account.email), add_account.name, add_account.password_hash)
      ON CONFLICT (email) DO NOTHING
      RETURNING id
    )
    SELECT EXISTS (SELECT FROM added)
  $$;

CREATE OR REPLACE FUNCTION app.organisations_of(wanted uuid) RETURNS TABLE (organisation_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT m.organisation_id FROM public.membership m
    WHERE m.user_id = wanted AND m.ended_at IS NULL
    ORDER BY m.created_at, m.organisation_id
  $$;

-- True while there is no organisation; whoever asks holds the answer until the end of their transaction.
CREATE OR REPLACE FUNCTION app.hold_first_organisation() RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(72707370);
  RETURN NOT EXISTS (SELECT FROM public.organisation);
END
$$;

CREATE OR REPLACE FUNCTION app.any_organisation() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT EXISTS (SELECT FROM public.organisation) $$;

-- A login is opened and ended inside its organisation (so that the audit event stands beside it).
CREATE OR REPLACE FUNCTION app.open_login_session(
    new_id uuid, token_hash bytea, user_id uuid, idle_seconds integer, absolute_seconds integer)
  RETURNS TABLE (login_session_id uuid)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    INSERT INTO public.login_session (id, token_hash, organisation_id, user_id, idle_seconds, expires_at)
    SELECT new_id, open_login_session.token_hash, m.organisation_id, m.user_id, open_login_session.idle_seconds,
           clock_timestamp() + make_interval(secs => absolute_seconds)
    FROM public.membership m
    WHERE m.organisation_id = app.organisation_id() AND m.user_id = open_login_session.user_id AND m.ended_at IS NULL
    RETURNING id
  $$;

-- Checks the login and slides its idle end. The slide is written at most once a minute, so that the pages of one
-- person that load together do not queue for one row; a login can therefore end up to a minute early, never late.
CREATE OR REPLACE FUNCTION app.check_login_session(wanted bytea)
  RETURNS TABLE (login_session_id uuid, organisation_id uuid, user_id uuid)
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
  RETURN QUERY SELECT found_session.id, found_session.organisation_id, found_session.user_id;
END
$$;

CREATE OR REPLACE FUNCTION app.end_login_session(wanted bytea) RETURNS TABLE (login_session_id uuid)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    DELETE FROM public.login_session s
    WHERE s.token_hash = wanted AND s.organisation_id = app.organisation_id() RETURNING s.id
  $$;

CREATE OR REPLACE FUNCTION app.end_login_sessions_of(wanted uuid) RETURNS TABLE (login_session_id uuid)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    DELETE FROM public.login_session s
    WHERE s.user_id = wanted AND s.organisation_id = app.organisation_id() RETURNING s.id
  $$;

-- Owning a function needs CREATE on its schema at the moment of the change, and not afterwards.
GRANT CREATE ON SCHEMA app TO greenroom_door, greenroom_audit;
DO $$
DECLARE
  door text;
BEGIN
  FOREACH door IN ARRAY ARRAY[
    'app.account_by_email(text)', 'app.add_account(uuid, text, text, text)', 'app.organisations_of(uuid)',
    'app.hold_first_organisation()', 'app.any_organisation()',
    'app.open_login_session(uuid, bytea, uuid, integer, integer)', 'app.check_login_session(bytea)',
    'app.end_login_session(bytea)', 'app.end_login_sessions_of(uuid)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', door);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO greenroom_app', door);
    EXECUTE format('ALTER FUNCTION %s OWNER TO greenroom_door', door);
  END LOOP;
END
$$;
ALTER FUNCTION app.link_audit_event() OWNER TO greenroom_audit;
REVOKE CREATE ON SCHEMA app FROM greenroom_door, greenroom_audit;

-- The application may see which migrations stand (for its readiness answer), nothing else of them.
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    GRANT SELECT (migration_name, checksum, finished_at, rolled_back_at) ON public._prisma_migrations TO greenroom_app;
  END IF;
END
$$;
