-- The installation's own chain ---------------------------------------------------------------------------------
--
-- What concerns an account, or the installation, and not one organisation: no organisation may learn of a person's
-- others. The application appends through a door and cannot read it. Linked and hashed as the organisations' chains
-- are, with the nil UUID in the place of the organisation.

-- greenroom_verifier reads every chain, to verify them, and nothing else. It cannot sign in.
DO $$
DECLARE
  may_act_as text;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'greenroom_verifier') THEN
    BEGIN
      CREATE ROLE greenroom_verifier NOLOGIN NOINHERIT;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- made at this moment by the migration of another database of this server
    END;
  END IF;
  may_act_as := CASE WHEN current_setting('server_version_num')::integer >= 160000 THEN 'SET' ELSE 'MEMBER' END;
  IF NOT pg_has_role(current_user, 'greenroom_verifier', may_act_as) THEN
    GRANT greenroom_verifier TO CURRENT_USER;
  END IF;
END
$$;
GRANT USAGE ON SCHEMA public, app TO greenroom_verifier;

CREATE TABLE "installation_audit_head" (
  "id" SMALLINT NOT NULL,
  "seq" BIGINT NOT NULL,
  "hash" BYTEA NOT NULL,
  CONSTRAINT "installation_audit_head_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "installation_audit_head_id_check" CHECK ("id" = 1)
);

CREATE TABLE "installation_audit_event" (
  "seq" BIGINT NOT NULL,
  "recorded_at" TIMESTAMPTZ(6) NOT NULL,
  "body" TEXT NOT NULL,
  "payload" JSONB NOT NULL GENERATED ALWAYS AS ("body"::jsonb) STORED,
  "prev_hash" BYTEA NOT NULL,
  "hash" BYTEA NOT NULL,
  CONSTRAINT "installation_audit_event_pkey" PRIMARY KEY ("seq"),
  CONSTRAINT "installation_audit_event_body_check" CHECK (length("body") BETWEEN 2 AND 65536)
);

CREATE OR REPLACE FUNCTION app.link_installation_audit_event() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
DECLARE
  installation CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
  head public.installation_audit_head;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(installation::text, 7));
  SELECT * INTO head FROM public.installation_audit_head h FOR UPDATE;
  IF NOT FOUND THEN
    head.seq := 0;
    head.hash := decode(repeat('00', 32), 'hex');
    INSERT INTO public.installation_audit_head (id, seq, hash) VALUES (1, head.seq, head.hash);
  END IF;
  NEW.seq := head.seq + 1;
  NEW.recorded_at := clock_timestamp();
  NEW.prev_hash := head.hash;
  NEW.hash := app.audit_hash(NEW.prev_hash, installation, NEW.seq, NEW.recorded_at, NEW.body);
  UPDATE public.installation_audit_head SET seq = NEW.seq, hash = NEW.hash;
  RETURN NEW;
END
$$;

CREATE TRIGGER installation_audit_event_link BEFORE INSERT ON "installation_audit_event"
  FOR EACH ROW EXECUTE FUNCTION app.link_installation_audit_event();
CREATE TRIGGER installation_audit_event_keep BEFORE UPDATE OR DELETE ON "installation_audit_event"
  FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER installation_audit_event_keep_all BEFORE TRUNCATE ON "installation_audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER installation_audit_head_keep BEFORE DELETE ON "installation_audit_head"
  FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER installation_audit_head_keep_all BEFORE TRUNCATE ON "installation_audit_head"
  FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE "installation_audit_event" ENABLE ALWAYS TRIGGER installation_audit_event_link;
ALTER TABLE "installation_audit_event" ENABLE ALWAYS TRIGGER installation_audit_event_keep;
ALTER TABLE "installation_audit_event" ENABLE ALWAYS TRIGGER installation_audit_event_keep_all;
ALTER TABLE "installation_audit_head" ENABLE ALWAYS TRIGGER installation_audit_head_keep;
ALTER TABLE "installation_audit_head" ENABLE ALWAYS TRIGGER installation_audit_head_keep_all;

-- The door: appends, in order, and says how many. The advisory lock is taken after those of the organisation, always.
CREATE OR REPLACE FUNCTION app.append_installation_audit_events(bodies text[]) RETURNS integer
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    WITH added AS (
      INSERT INTO public.installation_audit_event (body)
      SELECT b.body FROM unnest(bodies) WITH ORDINALITY AS b (body, place) ORDER BY b.place
      RETURNING seq
    )
    SELECT count(*)::integer FROM added
  $$;

ALTER TABLE "installation_audit_head" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "installation_audit_head" FORCE ROW LEVEL SECURITY;
ALTER TABLE "installation_audit_event" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "installation_audit_event" FORCE ROW LEVEL SECURITY;
CREATE POLICY link ON "installation_audit_head" TO greenroom_audit USING (true) WITH CHECK (true);
CREATE POLICY link ON "installation_audit_event" TO greenroom_audit USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "installation_audit_head" TO greenroom_audit;
GRANT SELECT (seq), INSERT (body) ON "installation_audit_event" TO greenroom_audit;

-- Verifying ----------------------------------------------------------------------------------------------------

DO $$
DECLARE
  chain text;
BEGIN
  FOREACH chain IN ARRAY ARRAY[
    'audit_head', 'audit_event', 'installation_audit_head', 'installation_audit_event'] LOOP
    EXECUTE format('CREATE POLICY verify ON public.%I TO greenroom_verifier USING (true) WITH CHECK (false)', chain);
    EXECUTE format('GRANT SELECT ON public.%I TO greenroom_verifier', chain);
  END LOOP;
END
$$;
-- An organisation without a single row has lost its chain.
CREATE POLICY verify ON "organisation" TO greenroom_verifier USING (true) WITH CHECK (false);
GRANT SELECT (id) ON "organisation" TO greenroom_verifier;

GRANT CREATE ON SCHEMA app TO greenroom_audit;
REVOKE ALL ON FUNCTION app.append_installation_audit_events(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.append_installation_audit_events(text[]) TO greenroom_app;
ALTER FUNCTION app.append_installation_audit_events(text[]) OWNER TO greenroom_audit;
ALTER FUNCTION app.link_installation_audit_event() OWNER TO greenroom_audit;
REVOKE CREATE ON SCHEMA app FROM greenroom_audit;
