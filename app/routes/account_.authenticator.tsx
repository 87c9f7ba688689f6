import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { AuthenticatorKey } from "~/components/authenticator-key";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { RecoveryCodes } from "~/components/recovery-codes";
import { SchemaForm } from "~/components/schema-form";
import { TextField } from "~/components/text-field";
import { TextLink } from "~/components/text-link";
import { findOwnPasswordHash } from "~/data/own-account.server";
import { listOwnPasskeys } from "~/data/passkeys.server";
import { findOwnSecondFactor } from "~/data/second-factor.server";
import { parseForm, rejected } from "~/forms/parse-form";
import { authenticatorForm } from "~/forms/second-step-forms";
import { answerRefusal } from "~/http/answer.server";
import { asksForPasscode } from "~/http/confirmation.server";
import { requireLogin, safeNext, toSecondStep } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { newSecret } from "~/services/one-time-code";
import { setUpAuthenticator } from "~/services/set-up-authenticator.server";

export const handle = titled("Set up your second step");

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireLogin(args);
  const [factor, passkeys, hash] = await Promise.all([
    findOwnSecondFactor(signedIn.actor),
    listOwnPasskeys(signedIn.actor),
    findOwnPasswordHash(signedIn.actor),
  ]);
  if ((factor || passkeys.length > 0) && asksForPasscode(signedIn)) throw toSecondStep(args.request);
  return { email: signedIn.email, replaces: factor !== null, hasPassword: hash !== null, key: newSecret() };
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** The recovery codes are in the answer itself: they are kept nowhere that a page could read them from again. */
export async function action(args: ActionFunctionArgs) {
  const { actor, loginSessionId, place, goOnWith } = await requireLogin(args);
  const form = await parseForm(authenticatorForm, args.request);
  if (!form.ok) return rejected(form);
  const outcome = await setUpAuthenticator(actor, form.data, { loginSessionId, place });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  goOnWith(outcome.value.token);
  const next = safeNext(new URL(args.request.url).searchParams.get("next") ?? paths.account);
  return data({ codes: outcome.value.recoveryCodes, next });
}

export default function Authenticator() {
  const made = useActionData<{ codes?: string[]; next?: string }>();
  if (made?.codes) return <RecoveryCodes codes={made.codes} next={made.next ?? paths.account} />;
  return <SetUp />;
}

function SetUp() {
  const { email, replaces, hasPassword, key } = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  return (
    <div className="app-narrow">
      <SchemaForm schema={authenticatorForm} action={pathname + search} defaults={{ key }}>
        <PageHeading
          title={replaces ? "Use another authenticator app" : "Set up your second step"}
          lead="If you sign sessions off, lead on safeguarding or look after people and settings, you give a code from your phone beside your password."
        />
        <Section heading="1. Open an authenticator app">
          <p className="govuk-body">
            Any will do: the one in your phone’s password settings, Google Authenticator, Microsoft
            Authenticator, Aegis or 2FAS.
          </p>
        </Section>
        <Section heading="2. Scan this with it">
          <AuthenticatorKey account={email} />
        </Section>
        <Section heading="3. Enter what it shows">
          <TextField
            name="passcode"
            label="Six-digit code"
            hint="It changes every 30 seconds."
            width={10}
            autoComplete="one-time-code"
            spellCheck={false}
          />
          {hasPassword ? (
            <TextField
              name="password"
              label="Your password"
              type="password"
              autoComplete="current-password"
            />
          ) : null}
          <Button>Set up</Button>
        </Section>
      </SchemaForm>
      {replaces || !hasPassword ? null : (
        <p className="govuk-body">
          Would you rather use a finger, a face or a PIN on this device?{" "}
          <TextLink to={paths.passkeys}>Add a passkey</TextLink> in place of all this.
        </p>
      )}
    </div>
  );
}
