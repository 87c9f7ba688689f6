import { joinWithAccountForm, newcomerByCodeForm, newcomerByMailForm } from "~/forms/invitation-forms";
import { joinByProviderForms } from "~/forms/single-sign-on-forms";
import { Button } from "./button";
import { Section } from "./page-heading";
import { SchemaForm } from "./schema-form";
import { TextField } from "./text-field";

/** `provider`: the host of the organisation's own sign-in, or null. `byPassword`: whether a password will open it. */
type Invitation = {
  kind: "mail" | "printed";
  name: string;
  email: string | null;
  provider: string | null;
  byPassword: boolean;
};

/** The ways to join: with the organisation's own sign-in, with a new account, or with the one that somebody has already. */
export function JoinForms({ invitation }: { invitation: Invitation }) {
  return (
    <>
      {invitation.provider === null ? null : <ByProvider {...invitation} provider={invitation.provider} />}
      {invitation.byPassword ? <Newcomer {...invitation} /> : null}
      <WithAccount />
    </>
  );
}

function ByProvider({ kind, name, provider }: Invitation & { provider: string }) {
  return (
    <Section heading="With the organisation’s own sign-in">
      <SchemaForm schema={joinByProviderForms[kind]} name="provider" defaults={{ ownName: name }}>
        <p className="govuk-body">You go on to {provider} and come back here when it knows you.</p>
        <TextField name="ownName" label="What are you called?" autoComplete="name" spellCheck={false} />
        {kind === "printed" ? (
          <TextField
            name="ownEmail"
            label="Where do we write to you?"
            hint="An email address of yours. You do not sign in with it."
            type="email"
            autoComplete="email"
            spellCheck={false}
          />
        ) : null}
        <Button>Join with your organisation’s sign-in</Button>
      </SchemaForm>
    </Section>
  );
}

function Newcomer({ kind, name, email, provider }: Invitation) {
  const schema = kind === "mail" ? newcomerByMailForm : newcomerByCodeForm;
  return (
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
        <Button kind={provider === null ? "primary" : "secondary"}>Join</Button>
      </SchemaForm>
    </Section>
  );
}

function WithAccount() {
  return (
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
  );
}
