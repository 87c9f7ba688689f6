-- A way in for one person, once, for seven days, with the roles that it names. Only the SHA-256 of its token is kept,
-- and the application cannot read that. A printed code waits, after it was used, until somebody confirms who used it.
CREATE TABLE "invitation" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "email" TEXT,
  "roles" TEXT[] NOT NULL,
  "token_hash" BYTEA NOT NULL,
  "invited_by" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "used_at" TIMESTAMPTZ(3),
  "used_by" UUID,
  "used_name" TEXT,
  "used_email" TEXT,
  "confirmed_at" TIMESTAMPTZ(3),
  "confirmed_by" UUID,
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "invitation_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "invitation_organisation_id_invited_by_fkey" FOREIGN KEY ("organisation_id", "invited_by")
    REFERENCES "membership" ("organisation_id", "user_id"),
  CONSTRAINT "invitation_used_by_fkey" FOREIGN KEY ("used_by") REFERENCES "user_account" ("id"),
  CONSTRAINT "invitation_kind_check" CHECK ("kind" = 'mail' AND "email" IS NOT NULL OR "kind" = 'printed' AND "email" IS NULL),
  CONSTRAINT "invitation_roles_check" CHECK (cardinality("roles") > 0
    AND "roles" <@ ARRAY['planner', 'approver', 'safeguarding_lead', 'administrator', 'reviewer']),
  CONSTRAINT "invitation_token_hash_check" CHECK (length("token_hash") = 32),
  CONSTRAINT "invitation_used_check" CHECK (("used_at" IS NULL) = ("used_by" IS NULL)),
  CONSTRAINT "invitation_confirmed_check" CHECK ("confirmed_at" IS NULL OR "kind" = 'printed' AND "used_at" IS NOT NULL)
);
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation" ("token_hash");
CREATE INDEX "invitation_organisation_id_invited_by_idx" ON "invitation" ("organisation_id", "invited_by");
CREATE INDEX "invitation_used_by_idx" ON "invitation" ("used_by");

SELECT app.isolate('invitation');
CREATE POLICY door ON "invitation" TO greenroom_door USING (true) WITH CHECK (true);

GRANT SELECT (organisation_id, id, kind, name, email, roles, invited_by, created_at, expires_at, used_at, used_by, used_name,
    used_email, confirmed_at, confirmed_by, ended_at),
  INSERT (organisation_id, id, kind, name, email, roles, token_hash, invited_by, expires_at),
  UPDATE (confirmed_at, confirmed_by, ended_at) ON "invitation" TO greenroom_app;
GRANT SELECT, UPDATE (used_at, used_by, used_name, used_email, expires_at) ON "invitation" TO greenroom_door;
GRANT SELECT (name) ON "user_account" TO greenroom_door;

-- The invitation that a token opens, while it can still be used.
CREATE OR REPLACE FUNCTION app.invitation_by_token(wanted bytea)
  RETURNS TABLE (organisation_id uuid, organisation_name text, invitation_id uuid, kind text, name text, email text, roles text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT i.organisation_id, o.name, i.id, i.kind, i.name, i.email, i.roles
    FROM public.invitation i JOIN public.organisation o ON o.id = i.organisation_id
    WHERE i.token_hash = wanted AND i.used_at IS NULL AND i.ended_at IS NULL AND i.expires_at > clock_timestamp()
  $$;

-- Uses it up for one account, inside its organisation. Of two who try at once the second waits here, and gets nothing.
-- Whoever used a printed code has seven more days until somebody has to have confirmed them.
CREATE OR REPLACE FUNCTION app.use_invitation(wanted bytea, who uuid)
  RETURNS TABLE (invitation_id uuid, kind text, roles text[])
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    UPDATE public.invitation i
    SET used_at = clock_timestamp(), used_by = a.id, used_name = a.name, used_email = a.email,
      expires_at = CASE WHEN i.kind = 'printed' THEN clock_timestamp() + interval '7 days' ELSE i.expires_at END
    FROM public.user_account a
    WHERE a.id = who AND i.token_hash = wanted AND i.organisation_id = app.organisation_id()
      AND i.used_at IS NULL AND i.ended_at IS NULL AND i.expires_at > clock_timestamp()
    RETURNING i.id, i.kind, i.roles
  $$;

-- Whether somebody used a printed code and waits for somebody to confirm who they are.
CREATE OR REPLACE FUNCTION app.waits_for_confirmation(who uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT EXISTS (SELECT FROM public.invitation i
      WHERE i.used_by = who AND i.kind = 'printed' AND i.confirmed_at IS NULL AND i.ended_at IS NULL
        AND i.expires_at > clock_timestamp())
  $$;

GRANT CREATE ON SCHEMA app TO greenroom_door;
DO $$
DECLARE
  door text;
BEGIN
  FOREACH door IN ARRAY ARRAY['app.invitation_by_token(bytea)', 'app.use_invitation(bytea, uuid)',
    'app.waits_for_confirmation(uuid)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', door);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO greenroom_app', door);
    EXECUTE format('ALTER FUNCTION %s OWNER TO greenroom_door', door);
  END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA app FROM greenroom_door;
