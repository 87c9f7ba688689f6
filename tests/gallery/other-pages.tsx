import { z } from "zod";
import { Button } from "~/components/button";
import { ConfirmPage } from "~/components/confirm-page";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { StaleVersion } from "~/components/stale-version";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import { email, paragraphs, password } from "~/forms/text";

const signIn = z.object({
  email: email({ enter: "Enter your email address" }),
  password: password({ enter: "Enter your password" }),
});
const reason = z.object({ reason: paragraphs({ label: "Reason", enter: "Enter a reason", max: 500 }) });

export function SignInPage() {
  return (
    <div className="app-narrow">
      <SchemaForm schema={signIn}>
        <PageHeading title="Sign in" />
        <TextField
          name="email"
          label="Email address"
          type="email"
          autoComplete="username"
          spellCheck={false}
        />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          width={20}
        />
        <Button>Sign in</Button>
      </SchemaForm>
    </div>
  );
}

export function CancelPage() {
  return (
    <ConfirmPage
      schema={reason}
      caption="Ask us anything"
      title="Cancel this session?"
      confirm="Cancel the session"
      destructive
      back={{ to: "/sessions/1", text: "Keep the session" }}
      fields={<TextArea name="reason" label="Why is it cancelled?" />}
    >
      <p className="govuk-body">
        Everyone who is running it is told. What was recorded about it stays. It cannot be started again.
      </p>
    </ConfirmPage>
  );
}

export function StalePage() {
  return (
    <StaleVersion
      changedBy="Idris Marrowby"
      changedAt="2 December 2026 at 4:10pm"
      storedVersion={4}
      back="/sessions/1"
      values={{
        title: "Ask us everything",
        place: "Main hall",
        date: { day: "10", month: "12", year: "2026" },
      }}
      fields={[
        {
          name: "title",
          label: "Title",
          yours: { shown: "Ask us everything", value: "Ask us everything" },
          stored: { shown: "Ask us anything", value: "Ask us anything" },
        },
        {
          name: "date",
          label: "Session date",
          yours: { shown: "Thursday 10 December 2026" },
          stored: { shown: "Friday 11 December 2026" },
        },
        { name: "place", label: "Place", yours: { shown: "Main hall" }, stored: { shown: "Main hall" } },
      ]}
    />
  );
}
