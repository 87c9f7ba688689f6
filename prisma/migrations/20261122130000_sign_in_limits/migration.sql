-- Tries at passwords, each under a digest of account and address. They belong to no organisation and are reached only
-- outside every one of them. The columns are those that the rate limiter asks for; "expire" is milliseconds since 1970.
CREATE TABLE "sign_in_try" (
  "key" VARCHAR(255) NOT NULL,
  "points" INTEGER NOT NULL DEFAULT 0,
  "expire" BIGINT,
  CONSTRAINT "sign_in_try_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "sign_in_try_expire_idx" ON "sign_in_try" ("expire");

ALTER TABLE "sign_in_try" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sign_in_try" FORCE ROW LEVEL SECURITY;
CREATE POLICY outside_organisations ON "sign_in_try" TO greenroom_app
  USING ((SELECT app.organisation_id()) IS NULL) WITH CHECK ((SELECT app.organisation_id()) IS NULL);

GRANT SELECT, INSERT, UPDATE, DELETE ON "sign_in_try" TO greenroom_app;
