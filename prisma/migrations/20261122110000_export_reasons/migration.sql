-- Why names left in an export, in a row of its own, which can be erased; the audit trail holds the export's id.
CREATE TABLE "export_reason" (
  "organisation_id" UUID NOT NULL,
  "export_id" UUID NOT NULL,
  "session_id" UUID NOT NULL,
  "reason" TEXT NOT NULL,
  "exported_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "export_reason_pkey" PRIMARY KEY ("organisation_id", "export_id"),
  CONSTRAINT "export_reason_organisation_id_session_id_fkey" FOREIGN KEY ("organisation_id", "session_id") REFERENCES "session" ("organisation_id", "id")
);
CREATE INDEX "export_reason_organisation_id_session_id_idx" ON "export_reason" ("organisation_id", "session_id");

SELECT app.isolate('export_reason');
GRANT SELECT, INSERT ON "export_reason" TO greenroom_app;
