-- What a session's record is made of: the organisation's own rules and people, the session, and what was said, stated and
-- signed about it. Tables that only ever grow are granted no UPDATE and no DELETE at the end.

ALTER TABLE "organisation"
  ADD COLUMN "nation" TEXT NOT NULL DEFAULT 'england',
  ADD COLUMN "email_domains" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "session_count" INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT "organisation_nation_check" CHECK ("nation" IN ('england', 'wales', 'scotland', 'northern_ireland'));

-- An account of the organisation from which staff may invite or stream.
CREATE TABLE "approved_account" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "label" TEXT NOT NULL,
  "valid_from" DATE NOT NULL,
  "valid_to" DATE,
  CONSTRAINT "approved_account_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "approved_account_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id")
);

-- How young people reach the organisation.
CREATE TABLE "contact_route" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "retired_at" TIMESTAMPTZ(3),
  CONSTRAINT "contact_route_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "contact_route_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id"),
  CONSTRAINT "contact_route_kind_check" CHECK ("kind" IN ('phone', 'email', 'web', 'account'))
);

-- What the organisation asks for, whole, from a date on. `settings` is the domain's policy without its version, date and briefing versions.
CREATE TABLE "policy_version" (
  "organisation_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "effective_from" DATE NOT NULL,
  "settings" JSONB NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "created_by" UUID,
  CONSTRAINT "policy_version_pkey" PRIMARY KEY ("organisation_id", "version"),
  CONSTRAINT "policy_version_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id")
);

-- The words of the briefing, by point.
CREATE TABLE "briefing_text" (
  "organisation_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "from_at" TIMESTAMPTZ(3) NOT NULL,
  "changes_meaning" BOOLEAN NOT NULL,
  "points" JSONB NOT NULL,
  "created_by" UUID,
  CONSTRAINT "briefing_text_pkey" PRIMARY KEY ("organisation_id", "version"),
  CONSTRAINT "briefing_text_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id")
);

-- The exact words of one question, in one language. Never changed: other words are another version.
CREATE TABLE "consent_wording" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "language" TEXT NOT NULL,
  "scope" TEXT NOT NULL,
  "words" TEXT NOT NULL,
  "digest" TEXT NOT NULL,
  "published_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "consent_wording_pkey" PRIMARY KEY ("organisation_id", "id", "version", "language"),
  CONSTRAINT "consent_wording_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id")
);

-- An adult who may be assigned to sessions, with or without an account.
CREATE TABLE "adult" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "email" TEXT,
  "over_18" BOOLEAN,
  "over_18_by" UUID,
  "over_18_at" TIMESTAMPTZ(3),
  "stood_down_at" TIMESTAMPTZ(3),
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "adult_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "adult_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id")
);

-- That a check was seen; never the certificate, never what it says.
CREATE TABLE "vetting_check" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "adult_id" UUID NOT NULL,
  "scheme" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "issued_on" DATE NOT NULL,
  "recheck_due" DATE,
  "update_service" BOOLEAN NOT NULL,
  "last_status_check_on" DATE,
  "cleared_for_role" BOOLEAN NOT NULL,
  "cleared_on" DATE,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  "recorded_by" UUID,
  CONSTRAINT "vetting_check_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "vetting_check_organisation_id_adult_id_fkey" FOREIGN KEY ("organisation_id", "adult_id") REFERENCES "adult" ("organisation_id", "id")
);
CREATE INDEX "vetting_check_organisation_id_adult_id_idx" ON "vetting_check" ("organisation_id", "adult_id");

CREATE TABLE "training" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "adult_id" UUID NOT NULL,
  "title" TEXT NOT NULL,
  "completed_on" DATE NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  "recorded_by" UUID,
  CONSTRAINT "training_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "training_organisation_id_adult_id_fkey" FOREIGN KEY ("organisation_id", "adult_id") REFERENCES "adult" ("organisation_id", "id")
);
CREATE INDEX "training_organisation_id_adult_id_idx" ON "training" ("organisation_id", "adult_id");

-- Somebody stated that two alike adults are two people.
CREATE TABLE "adult_difference" (
  "organisation_id" UUID NOT NULL,
  "adult_id" UUID NOT NULL,
  "other_adult_id" UUID NOT NULL,
  "stated_by" UUID NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "adult_difference_pkey" PRIMARY KEY ("organisation_id", "adult_id", "other_adult_id"),
  CONSTRAINT "adult_difference_organisation_id_adult_id_fkey" FOREIGN KEY ("organisation_id", "adult_id") REFERENCES "adult" ("organisation_id", "id"),
  CONSTRAINT "adult_difference_organisation_id_other_adult_id_fkey" FOREIGN KEY ("organisation_id", "other_adult_id") REFERENCES "adult" ("organisation_id", "id")
);
CREATE INDEX "adult_difference_organisation_id_other_adult_id_idx" ON "adult_difference" ("organisation_id", "other_adult_id");

-- A platform in the way that it is used. `facts` is what the organisation knows of it.
CREATE TABLE "platform_mode" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "service" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "facts" JSONB NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "retired_at" TIMESTAMPTZ(3),
  CONSTRAINT "platform_mode_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "platform_mode_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id"),
  CONSTRAINT "platform_mode_kind_check" CHECK ("kind" IN ('social', 'meeting', 'studio'))
);

CREATE TABLE "platform_review" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "mode_id" UUID NOT NULL,
  "reviewed_on" DATE NOT NULL,
  "reviewed_by" UUID NOT NULL,
  "due_before" DATE,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "platform_review_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "platform_review_organisation_id_mode_id_fkey" FOREIGN KEY ("organisation_id", "mode_id") REFERENCES "platform_mode" ("organisation_id", "id")
);
CREATE INDEX "platform_review_organisation_id_mode_id_idx" ON "platform_review" ("organisation_id", "mode_id");

-- A young person of the organisation. First name and surname are held for the display-name guard only.
CREATE TABLE "young_person" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "first_name" TEXT,
  "surname" TEXT,
  "birth" TEXT,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "created_by" UUID,
  CONSTRAINT "young_person_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "young_person_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id"),
  CONSTRAINT "young_person_birth_check" CHECK ("birth" ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')
);

-- A livestream or video call. `details` holds the sections that are always read and written whole.
CREATE TABLE "session" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "reference" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "description" TEXT,
  "kind" TEXT NOT NULL,
  "format" TEXT NOT NULL,
  "audience" TEXT NOT NULL,
  "planned_by" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  "zone" TEXT NOT NULL,
  "contact_route_id" UUID,
  "reporting_adult_id" UUID,
  "details" JSONB NOT NULL,
  "consent_seq" INTEGER NOT NULL DEFAULT 0,
  "version" INTEGER NOT NULL DEFAULT 1,
  "cancelled_at" TIMESTAMPTZ(3),
  "cancelled_by" UUID,
  "cancelled_reason" TEXT,
  "recorded_late_at" TIMESTAMPTZ(3),
  "recorded_late_by" UUID,
  "recorded_late_reason" TEXT,
  CONSTRAINT "session_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "session_organisation_id_planned_by_fkey" FOREIGN KEY ("organisation_id", "planned_by") REFERENCES "membership" ("organisation_id", "user_id"),
  CONSTRAINT "session_organisation_id_contact_route_id_fkey" FOREIGN KEY ("organisation_id", "contact_route_id") REFERENCES "contact_route" ("organisation_id", "id"),
  CONSTRAINT "session_organisation_id_reporting_adult_id_fkey" FOREIGN KEY ("organisation_id", "reporting_adult_id") REFERENCES "adult" ("organisation_id", "id"),
  CONSTRAINT "session_kind_check" CHECK ("kind" IN ('host', 'join')),
  CONSTRAINT "session_format_check" CHECK ("format" IN ('livestream', 'video_call')),
  CONSTRAINT "session_audience_check" CHECK ("audience" IN ('named', 'not_named')),
  CONSTRAINT "session_ends_at_check" CHECK ("ends_at" > "starts_at")
);
CREATE UNIQUE INDEX "session_organisation_id_reference_key" ON "session" ("organisation_id", "reference");
CREATE INDEX "session_organisation_id_starts_at_idx" ON "session" ("organisation_id", "starts_at");
CREATE INDEX "session_organisation_id_planned_by_idx" ON "session" ("organisation_id", "planned_by");
CREATE INDEX "session_organisation_id_contact_route_id_idx" ON "session" ("organisation_id", "contact_route_id");
CREATE INDEX "session_organisation_id_reporting_adult_id_idx" ON "session" ("organisation_id", "reporting_adult_id");

-- One link of the chain of platform modes; position 0 is the entry.
CREATE TABLE "session_platform" (
  "organisation_id" UUID NOT NULL,
  "session_id" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "mode_id" UUID NOT NULL,
  "chosen_at" TIMESTAMPTZ(3) NOT NULL,
  "settings" JSONB NOT NULL,
  "checked_by" UUID,
  "checked_at" TIMESTAMPTZ(3),
  CONSTRAINT "session_platform_pkey" PRIMARY KEY ("organisation_id", "session_id", "position"),
  CONSTRAINT "session_platform_organisation_id_session_id_fkey" FOREIGN KEY ("organisation_id", "session_id") REFERENCES "session" ("organisation_id", "id"),
  CONSTRAINT "session_platform_organisation_id_mode_id_fkey" FOREIGN KEY ("organisation_id", "mode_id") REFERENCES "platform_mode" ("organisation_id", "id")
);
CREATE INDEX "session_platform_organisation_id_mode_id_idx" ON "session_platform" ("organisation_id", "mode_id");

-- An adult in one role of one session.
CREATE TABLE "session_adult" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "session_id" UUID NOT NULL,
  "adult_id" UUID NOT NULL,
  "role" TEXT NOT NULL,
  "present" BOOLEAN NOT NULL,
  "confirmed_by" UUID,
  "confirmed_at" TIMESTAMPTZ(3),
  "device_kind" TEXT,
  "device_authorised_by" TEXT,
  "device_reason" TEXT,
  "device_recorded_at" TIMESTAMPTZ(3),
  "contact" TEXT,
  "reachable_from" TIMESTAMPTZ(3),
  "reachable_to" TIMESTAMPTZ(3),
  "added_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "session_adult_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "session_adult_organisation_id_session_id_fkey" FOREIGN KEY ("organisation_id", "session_id") REFERENCES "session" ("organisation_id", "id"),
  CONSTRAINT "session_adult_organisation_id_adult_id_fkey" FOREIGN KEY ("organisation_id", "adult_id") REFERENCES "adult" ("organisation_id", "id"),
  CONSTRAINT "session_adult_role_check" CHECK ("role" IN ('host', 'moderator', 'observer', 'support_contact', 'dsl_on_call', 'standby', 'guest')),
  CONSTRAINT "session_adult_device_kind_check" CHECK ("device_kind" IN ('organisation', 'personal'))
);
CREATE INDEX "session_adult_organisation_id_session_id_idx" ON "session_adult" ("organisation_id", "session_id");
CREATE INDEX "session_adult_organisation_id_adult_id_idx" ON "session_adult" ("organisation_id", "adult_id");

-- A young person in one session. Who is removed keeps the row, so that a code never comes to mean somebody else.
CREATE TABLE "participant" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "session_id" UUID NOT NULL,
  "person_id" UUID NOT NULL,
  "code" TEXT NOT NULL,
  "display_name" TEXT,
  "confirmed_display_name" TEXT,
  "display_name_confirmed_by" UUID,
  "display_name_confirmed_at" TIMESTAMPTZ(3),
  "no_surname_by" UUID,
  "no_surname_at" TIMESTAMPTZ(3),
  "access_route" TEXT,
  "needs" TEXT[] NOT NULL,
  "camera" BOOLEAN NOT NULL,
  "voice" BOOLEAN NOT NULL,
  "name_shown" BOOLEAN NOT NULL,
  "chat" BOOLEAN NOT NULL,
  "not_captured_by" UUID,
  "not_captured_at" TIMESTAMPTZ(3),
  "added_at" TIMESTAMPTZ(3) NOT NULL,
  "removed_at" TIMESTAMPTZ(3),
  CONSTRAINT "participant_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "participant_organisation_id_session_id_fkey" FOREIGN KEY ("organisation_id", "session_id") REFERENCES "session" ("organisation_id", "id"),
  CONSTRAINT "participant_organisation_id_person_id_fkey" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "young_person" ("organisation_id", "id"),
  CONSTRAINT "participant_code_check" CHECK ("code" ~ '^YP-[0-9]{2,}$'),
  CONSTRAINT "participant_access_route_check" CHECK ("access_route" IN ('own_account', 'parent_account', 'guest_link', 'in_room'))
);
CREATE UNIQUE INDEX "participant_organisation_id_session_id_code_key" ON "participant" ("organisation_id", "session_id", "code");
CREATE INDEX "participant_organisation_id_person_id_idx" ON "participant" ("organisation_id", "person_id");

-- One answer of one giver about one scope. Only ever added; names and words stand in the note. A young person who answers
-- through a link records their own answer, hence no reference to a member.
CREATE TABLE "consent_event" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "session_id" UUID NOT NULL,
  "seq" INTEGER NOT NULL,
  "participant_id" UUID NOT NULL,
  "scope" TEXT NOT NULL,
  "answer" TEXT NOT NULL,
  "giver_id" UUID NOT NULL,
  "relationship" TEXT NOT NULL,
  "how" TEXT NOT NULL,
  "given_at" TIMESTAMPTZ(3) NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  "recorded_by" UUID NOT NULL,
  "wording_id" UUID NOT NULL,
  "wording_version" INTEGER NOT NULL,
  "wording_language" TEXT NOT NULL,
  "wording_digest" TEXT NOT NULL,
  "valid_until" DATE,
  "corrects" UUID,
  CONSTRAINT "consent_event_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "consent_event_organisation_id_session_id_fkey" FOREIGN KEY ("organisation_id", "session_id") REFERENCES "session" ("organisation_id", "id"),
  CONSTRAINT "consent_event_organisation_id_participant_id_fkey" FOREIGN KEY ("organisation_id", "participant_id") REFERENCES "participant" ("organisation_id", "id"),
  CONSTRAINT "consent_event_wording_fkey" FOREIGN KEY ("organisation_id", "wording_id", "wording_version", "wording_language") REFERENCES "consent_wording" ("organisation_id", "id", "version", "language"),
  CONSTRAINT "consent_event_answer_check" CHECK ("answer" IN ('yes', 'no', 'withdrawn')),
  CONSTRAINT "consent_event_seq_check" CHECK ("seq" > 0)
);
CREATE UNIQUE INDEX "consent_event_organisation_id_session_id_seq_key" ON "consent_event" ("organisation_id", "session_id", "seq");
CREATE INDEX "consent_event_organisation_id_participant_id_idx" ON "consent_event" ("organisation_id", "participant_id");
CREATE INDEX "consent_event_wording_idx" ON "consent_event" ("organisation_id", "wording_id", "wording_version", "wording_language");

-- What of an answer can be erased: the giver's name and the organisations that the wording named.
CREATE TABLE "consent_note" (
  "organisation_id" UUID NOT NULL,
  "consent_event_id" UUID NOT NULL,
  "giver_name" TEXT,
  "organisations" TEXT[] NOT NULL,
  CONSTRAINT "consent_note_pkey" PRIMARY KEY ("organisation_id", "consent_event_id"),
  CONSTRAINT "consent_note_organisation_id_consent_event_id_fkey" FOREIGN KEY ("organisation_id", "consent_event_id") REFERENCES "consent_event" ("organisation_id", "id")
);

-- A worker who spoke with the person confirmed a yes that follows a no.
CREATE TABLE "consent_confirmation" (
  "organisation_id" UUID NOT NULL,
  "consent_event_id" UUID NOT NULL,
  "confirmed_by" UUID NOT NULL,
  "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "consent_confirmation_pkey" PRIMARY KEY ("organisation_id", "consent_event_id"),
  CONSTRAINT "consent_confirmation_organisation_id_consent_event_id_fkey" FOREIGN KEY ("organisation_id", "consent_event_id") REFERENCES "consent_event" ("organisation_id", "id")
);

CREATE TABLE "briefing" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "session_id" UUID NOT NULL,
  "participant_id" UUID NOT NULL,
  "briefed_at" TIMESTAMPTZ(3) NOT NULL,
  "how" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "points" TEXT[] NOT NULL,
  "briefed_by" TEXT NOT NULL,
  "access_support" TEXT,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  "recorded_by" UUID NOT NULL,
  CONSTRAINT "briefing_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "briefing_organisation_id_session_id_fkey" FOREIGN KEY ("organisation_id", "session_id") REFERENCES "session" ("organisation_id", "id"),
  CONSTRAINT "briefing_organisation_id_participant_id_fkey" FOREIGN KEY ("organisation_id", "participant_id") REFERENCES "participant" ("organisation_id", "id")
);
CREATE INDEX "briefing_organisation_id_session_id_idx" ON "briefing" ("organisation_id", "session_id");
CREATE INDEX "briefing_organisation_id_participant_id_idx" ON "briefing" ("organisation_id", "participant_id");

-- What somebody stated with their name: about an adult, a participant, a session, or else the organisation.
CREATE TABLE "statement" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "session_id" UUID,
  "adult_id" UUID,
  "participant_id" UUID,
  "stated_by" UUID NOT NULL,
  "stated_as" TEXT NOT NULL,
  "stated_on" DATE NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  "text_version" INTEGER NOT NULL,
  "answer" TEXT NOT NULL,
  "scopes" TEXT[] NOT NULL,
  "giver_id" UUID,
  "proposed_by" UUID,
  "until" TIMESTAMPTZ(3),
  CONSTRAINT "statement_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "statement_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id"),
  CONSTRAINT "statement_organisation_id_session_id_fkey" FOREIGN KEY ("organisation_id", "session_id") REFERENCES "session" ("organisation_id", "id"),
  CONSTRAINT "statement_organisation_id_adult_id_fkey" FOREIGN KEY ("organisation_id", "adult_id") REFERENCES "adult" ("organisation_id", "id"),
  CONSTRAINT "statement_organisation_id_participant_id_fkey" FOREIGN KEY ("organisation_id", "participant_id") REFERENCES "participant" ("organisation_id", "id"),
  CONSTRAINT "statement_organisation_id_stated_by_fkey" FOREIGN KEY ("organisation_id", "stated_by") REFERENCES "membership" ("organisation_id", "user_id"),
  CONSTRAINT "statement_answer_check" CHECK ("answer" IN ('yes', 'no'))
);
CREATE INDEX "statement_organisation_id_session_id_idx" ON "statement" ("organisation_id", "session_id");
CREATE INDEX "statement_organisation_id_adult_id_idx" ON "statement" ("organisation_id", "adult_id");
CREATE INDEX "statement_organisation_id_participant_id_idx" ON "statement" ("organisation_id", "participant_id");

-- The words of a statement, which can be erased.
CREATE TABLE "statement_note" (
  "organisation_id" UUID NOT NULL,
  "statement_id" UUID NOT NULL,
  "note" TEXT NOT NULL,
  CONSTRAINT "statement_note_pkey" PRIMARY KEY ("organisation_id", "statement_id"),
  CONSTRAINT "statement_note_organisation_id_statement_id_fkey" FOREIGN KEY ("organisation_id", "statement_id") REFERENCES "statement" ("organisation_id", "id")
);

-- The session was marked ready, which sends it for sign-off; perhaps it was returned.
CREATE TABLE "sign_off_request" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "session_id" UUID NOT NULL,
  "requested_at" TIMESTAMPTZ(3) NOT NULL,
  "requested_by" UUID NOT NULL,
  "digest" TEXT NOT NULL,
  "returned_at" TIMESTAMPTZ(3),
  "returned_by" UUID,
  "comments" TEXT,
  CONSTRAINT "sign_off_request_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "sign_off_request_organisation_id_session_id_fkey" FOREIGN KEY ("organisation_id", "session_id") REFERENCES "session" ("organisation_id", "id"),
  CONSTRAINT "sign_off_request_organisation_id_requested_by_fkey" FOREIGN KEY ("organisation_id", "requested_by") REFERENCES "membership" ("organisation_id", "user_id")
);
CREATE INDEX "sign_off_request_organisation_id_session_id_idx" ON "sign_off_request" ("organisation_id", "session_id");

-- A manager signed the facts with this digest.
CREATE TABLE "sign_off" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "session_id" UUID NOT NULL,
  "signed_at" TIMESTAMPTZ(3) NOT NULL,
  "signed_by" UUID NOT NULL,
  "rules" TEXT NOT NULL,
  "digest" TEXT NOT NULL,
  CONSTRAINT "sign_off_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "sign_off_organisation_id_session_id_fkey" FOREIGN KEY ("organisation_id", "session_id") REFERENCES "session" ("organisation_id", "id"),
  CONSTRAINT "sign_off_organisation_id_signed_by_fkey" FOREIGN KEY ("organisation_id", "signed_by") REFERENCES "membership" ("organisation_id", "user_id")
);
CREATE INDEX "sign_off_organisation_id_session_id_idx" ON "sign_off" ("organisation_id", "session_id");

-- The facts as signed, in a row of their own, which can be erased.
CREATE TABLE "sign_off_facts" (
  "organisation_id" UUID NOT NULL,
  "sign_off_id" UUID NOT NULL,
  "facts" JSONB NOT NULL,
  CONSTRAINT "sign_off_facts_pkey" PRIMARY KEY ("organisation_id", "sign_off_id"),
  CONSTRAINT "sign_off_facts_organisation_id_sign_off_id_fkey" FOREIGN KEY ("organisation_id", "sign_off_id") REFERENCES "sign_off" ("organisation_id", "id")
);

-- What became of a sign-off, in order.
CREATE TABLE "sign_off_event" (
  "organisation_id" UUID NOT NULL,
  "sign_off_id" UUID NOT NULL,
  "seq" INTEGER NOT NULL,
  "happened_at" TIMESTAMPTZ(3) NOT NULL,
  "kind" TEXT NOT NULL,
  "caused_by" UUID,
  "digest" TEXT NOT NULL,
  "changes" TEXT[] NOT NULL,
  CONSTRAINT "sign_off_event_pkey" PRIMARY KEY ("organisation_id", "sign_off_id", "seq"),
  CONSTRAINT "sign_off_event_organisation_id_sign_off_id_fkey" FOREIGN KEY ("organisation_id", "sign_off_id") REFERENCES "sign_off" ("organisation_id", "id"),
  CONSTRAINT "sign_off_event_kind_check" CHECK ("kind" IN ('carried_forward', 'lapsed', 'suspended', 'restored'))
);

-- A manager's yes, with a reason, to one finding; it ends with its sign-off.
CREATE TABLE "acceptance" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "sign_off_id" UUID NOT NULL,
  "requirement" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "accepted_by" UUID NOT NULL,
  "accepted_at" TIMESTAMPTZ(3) NOT NULL,
  "until" TIMESTAMPTZ(3),
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "acceptance_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "acceptance_organisation_id_sign_off_id_fkey" FOREIGN KEY ("organisation_id", "sign_off_id") REFERENCES "sign_off" ("organisation_id", "id")
);
CREATE INDEX "acceptance_organisation_id_sign_off_id_idx" ON "acceptance" ("organisation_id", "sign_off_id");

-- What a member is told has happened to a session, in codes.
CREATE TABLE "notice" (
  "organisation_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "session_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "changes" TEXT[] NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "read_at" TIMESTAMPTZ(3),
  CONSTRAINT "notice_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "notice_organisation_id_user_id_fkey" FOREIGN KEY ("organisation_id", "user_id") REFERENCES "membership" ("organisation_id", "user_id"),
  CONSTRAINT "notice_organisation_id_session_id_fkey" FOREIGN KEY ("organisation_id", "session_id") REFERENCES "session" ("organisation_id", "id")
);
CREATE INDEX "notice_organisation_id_user_id_idx" ON "notice" ("organisation_id", "user_id");
CREATE INDEX "notice_organisation_id_session_id_idx" ON "notice" ("organisation_id", "session_id");

-- The adult record of the same human being, so that an approver who also hosts is found out.
ALTER TABLE "membership"
  ADD COLUMN "adult_id" UUID,
  ADD CONSTRAINT "membership_organisation_id_adult_id_fkey"
    FOREIGN KEY ("organisation_id", "adult_id") REFERENCES "adult" ("organisation_id", "id");
CREATE INDEX "membership_organisation_id_adult_id_idx" ON "membership" ("organisation_id", "adult_id");

-- Whoever planned a session, hosts it or observes it does not sign it off, whatever the program thinks.
CREATE OR REPLACE FUNCTION app.refuse_own_sign_off() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $$
BEGIN
  IF EXISTS (SELECT FROM public.session s
             WHERE s.organisation_id = NEW.organisation_id AND s.id = NEW.session_id AND s.planned_by = NEW.signed_by)
    OR EXISTS (SELECT FROM public.session_adult a
               JOIN public.membership m ON m.organisation_id = a.organisation_id AND m.adult_id = a.adult_id
               WHERE a.organisation_id = NEW.organisation_id AND a.session_id = NEW.session_id
                 AND a.role IN ('host', 'observer') AND m.user_id = NEW.signed_by)
  THEN
    RAISE EXCEPTION 'a session is signed off by somebody who neither planned, hosts nor observes it' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER sign_off_by_another BEFORE INSERT OR UPDATE ON "sign_off"
  FOR EACH ROW EXECUTE FUNCTION app.refuse_own_sign_off();

SELECT app.isolate(t) FROM unnest(ARRAY[
  'approved_account', 'contact_route', 'policy_version', 'briefing_text', 'consent_wording', 'adult',
  'vetting_check', 'training', 'adult_difference', 'platform_mode', 'platform_review', 'young_person',
  'session', 'session_platform', 'session_adult', 'participant', 'consent_event', 'consent_note',
  'consent_confirmation', 'briefing', 'statement', 'statement_note', 'sign_off_request', 'sign_off',
  'sign_off_facts', 'sign_off_event', 'acceptance', 'notice'
]) t;

GRANT SELECT, INSERT ON
  "approved_account", "contact_route", "policy_version", "briefing_text", "consent_wording", "adult",
  "vetting_check", "training", "adult_difference", "platform_mode", "platform_review", "young_person",
  "session", "session_platform", "session_adult", "participant", "consent_event", "consent_note",
  "consent_confirmation", "briefing", "statement", "statement_note", "sign_off_request", "sign_off",
  "sign_off_facts", "sign_off_event", "acceptance", "notice"
  TO greenroom_app;
GRANT UPDATE ON
  "approved_account", "contact_route", "adult", "platform_mode", "young_person", "session", "session_platform",
  "session_adult", "participant"
  TO greenroom_app;
GRANT UPDATE (returned_at, returned_by, comments) ON "sign_off_request" TO greenroom_app;
GRANT UPDATE (ended_at) ON "acceptance" TO greenroom_app;
GRANT UPDATE (read_at) ON "notice" TO greenroom_app;
GRANT DELETE ON "session_platform", "session_adult" TO greenroom_app;
