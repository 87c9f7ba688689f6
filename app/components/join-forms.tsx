import { joinWithAccountForm, newcomerByCodeForm, newcomerByMailForm } from "~/forms/invitation-forms";
import { Button } from "./button";
import { Section } from "./page-heading";
import { SchemaForm } from "./schema-form";
import { TextField } from "./text-field";

type Invitation = { kind: "mail" | "printed"; name: string; email: string | null };

/** The two ways to join: with a new account, or with the one that somebody has already. */
export function JoinForms({ invitation: { kind, name, email } }: { invitation: Invitation }) {
  const schema = kind === "mail" ? newcomerByMailForm : newcomerByCodeForm;
  return (
    <>
      <Section heading="I am new to Greenroom">
        <SchemaForm schema={schema} name="newcomer" defaults={{ name }}>
          <TextField name="name" label="Your name" autoComplete="name" spellCheck={false} />
          {kind === "mail" ? (
            <>
              <p className="govuk-body">You will sign in with {email}.</p>
              {/* Password managers look for whose password it is. */}
              <input type="text" hidden autoComplete="username" value={email ?? ""} readOnly />
            </>
          ) : (
            <TextField
              name="email"
              label="Your email address"
              hint="You will sign in with it."
              type="email"
              autoComplete="username"
              spellCheck={false}
            />
          )}
          <TextField
            name="password"
            label="Choose a password"
            hint="12 characters or more. Three random words are easy to remember."
            type="password"
            autoComplete="new-password"
          />
          <Button>Join</Button>
        </SchemaForm>
      </Section>
      <Section heading="I have an account already">
        <SchemaForm schema={joinWithAccountForm} name="account">
          <TextField
            name="accountEmail"
            label="Your account's email address"
            type="email"
            autoComplete="username"
            spellCheck={false}
          />
          <TextField
            name="accountPassword"
            label="Your password"
            type="password"
            autoComplete="current-password"
          />
          <Button kind="secondary">Join with this account</Button>
        </SchemaForm>
      </Section>
    </>
  );
}
