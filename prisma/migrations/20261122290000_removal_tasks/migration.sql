-- Somebody changed their mind once a session had begun, and something of them is kept: what is to be stopped using and
-- removed until when, and who says that it is done.
CREATE TABLE "removal_task" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "session_id" UUID NOT NULL,
  "participant_id" UUID NOT NULL,
  "scopes" TEXT[] NOT NULL,
  "opened_at" TIMESTAMPTZ(3) NOT NULL,
  "due_on" DATE NOT NULL,
  "done_at" TIMESTAMPTZ(3),
  "done_by" UUID,
  CONSTRAINT "removal_task_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "removal_task_organisation_id_session_id_fkey" FOREIGN KEY ("organisation_id", "session_id") REFERENCES "session" ("organisation_id", "id"),
  CONSTRAINT "removal_task_organisation_id_participant_id_fkey" FOREIGN KEY ("organisation_id", "participant_id") REFERENCES "participant" ("organisation_id", "id"),
  CONSTRAINT "removal_task_organisation_id_done_by_fkey" FOREIGN KEY ("organisation_id", "done_by") REFERENCES "membership" ("organisation_id", "user_id"),
  CONSTRAINT "removal_task_scopes_check" CHECK (cardinality("scopes") > 0),
  CONSTRAINT "removal_task_done_check" CHECK (("done_at" IS NULL) = ("done_by" IS NULL))
);
CREATE INDEX "removal_task_organisation_id_session_id_idx" ON "removal_task" ("organisation_id", "session_id");
CREATE INDEX "removal_task_organisation_id_participant_id_idx" ON "removal_task" ("organisation_id", "participant_id");

SELECT app.isolate('removal_task');
GRANT SELECT, INSERT, UPDATE (done_at, done_by) ON "removal_task" TO greenroom_app;
