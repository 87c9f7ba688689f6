-- Signed statements of what a chain was at some moment: written at each sign-off and export, and daily. They are worth
-- something where a copy has left the system; these rows are for making that copy.
CREATE TABLE "audit_checkpoint" (
  "organisation_id" UUID NOT NULL,
  "seq" BIGINT NOT NULL,
  "reason" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT "audit_checkpoint_pkey" PRIMARY KEY ("organisation_id", "seq", "reason"),
  CONSTRAINT "audit_checkpoint_organisation_id_seq_fkey" FOREIGN KEY ("organisation_id", "seq")
    REFERENCES "audit_event" ("organisation_id", "seq"),
  CONSTRAINT "audit_checkpoint_reason_check" CHECK ("reason" IN ('sign_off', 'export', 'daily')),
  CONSTRAINT "audit_checkpoint_note_check" CHECK (length("note") BETWEEN 100 AND 1000)
);
CREATE INDEX "audit_checkpoint_made_idx" ON "audit_checkpoint" ("organisation_id", "reason", "made_at");

CREATE TABLE "installation_audit_checkpoint" (
  "seq" BIGINT NOT NULL,
  "note" TEXT NOT NULL,
  "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT "installation_audit_checkpoint_pkey" PRIMARY KEY ("seq"),
  CONSTRAINT "installation_audit_checkpoint_seq_fkey" FOREIGN KEY ("seq") REFERENCES "installation_audit_event" ("seq"),
  CONSTRAINT "installation_audit_checkpoint_note_check" CHECK (length("note") BETWEEN 100 AND 1000)
);

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['audit_checkpoint', 'installation_audit_checkpoint'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_keep BEFORE UPDATE OR DELETE ON public.%1$I
      FOR EACH ROW EXECUTE FUNCTION app.refuse_change()', kept);
    EXECUTE format('CREATE TRIGGER %1$s_keep_all BEFORE TRUNCATE ON public.%1$I
      FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', kept);
    EXECUTE format('ALTER TABLE public.%1$I ENABLE ALWAYS TRIGGER %1$s_keep', kept);
    EXECUTE format('ALTER TABLE public.%1$I ENABLE ALWAYS TRIGGER %1$s_keep_all', kept);
  END LOOP;
END
$$;

SELECT app.isolate('audit_checkpoint');
GRANT SELECT, INSERT (organisation_id, seq, reason, note) ON "audit_checkpoint" TO greenroom_app;

ALTER TABLE "installation_audit_checkpoint" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "installation_audit_checkpoint" FORCE ROW LEVEL SECURITY;
CREATE POLICY link ON "installation_audit_checkpoint" TO greenroom_audit USING (true) WITH CHECK (true);
GRANT SELECT (seq, made_at), INSERT (seq, note) ON "installation_audit_checkpoint" TO greenroom_audit;

-- Where the installation's chain ends: a number and a hash, which tell nothing of anybody.
CREATE OR REPLACE FUNCTION app.installation_audit_end() RETURNS TABLE (seq bigint, hash bytea, at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT h.seq, h.hash, clock_timestamp() FROM public.installation_audit_head h $$;

-- Keeps a checkpoint of it, unless there is one of the last 24 hours. Whoever else would waits meanwhile.
CREATE OR REPLACE FUNCTION app.keep_installation_checkpoint(row_seq bigint, signed_note text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(72707371);
  INSERT INTO public.installation_audit_checkpoint (seq, note)
  SELECT row_seq, signed_note WHERE NOT EXISTS (
    SELECT FROM public.installation_audit_checkpoint c WHERE c.made_at > clock_timestamp() - interval '24 hours')
  ON CONFLICT (seq) DO NOTHING;
  RETURN FOUND;
END
$$;

-- The organisations whose chain has grown since their last daily checkpoint, which is a day old, or whose first is due.
CREATE POLICY door ON "audit_checkpoint" TO greenroom_door USING (true) WITH CHECK (false);
CREATE POLICY door ON "audit_head" TO greenroom_door USING (true) WITH CHECK (false);
GRANT SELECT (organisation_id, seq, reason, made_at) ON "audit_checkpoint" TO greenroom_door;
GRANT SELECT (organisation_id, seq) ON "audit_head" TO greenroom_door;

CREATE OR REPLACE FUNCTION app.daily_checkpoints_due() RETURNS TABLE (organisation_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT h.organisation_id FROM public.audit_head h
    WHERE NOT EXISTS (
      SELECT FROM public.audit_checkpoint c
      WHERE c.organisation_id = h.organisation_id AND c.reason = 'daily'
        AND (c.seq = h.seq OR c.made_at > clock_timestamp() - interval '24 hours'))
    ORDER BY h.organisation_id
  $$;

GRANT CREATE ON SCHEMA app TO greenroom_audit, greenroom_door;
DO $$
DECLARE
  door text;
BEGIN
  FOREACH door IN ARRAY ARRAY[
    'app.installation_audit_end()', 'app.keep_installation_checkpoint(bigint, text)', 'app.daily_checkpoints_due()'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', door);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO greenroom_app', door);
  END LOOP;
END
$$;
ALTER FUNCTION app.installation_audit_end() OWNER TO greenroom_audit;
ALTER FUNCTION app.keep_installation_checkpoint(bigint, text) OWNER TO greenroom_audit;
ALTER FUNCTION app.daily_checkpoints_due() OWNER TO greenroom_door;
REVOKE CREATE ON SCHEMA app FROM greenroom_audit, greenroom_door;
