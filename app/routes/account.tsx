import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { StoppedTries } from "~/components/stopped-tries";
import { TextField } from "~/components/text-field";
import { TextLink } from "~/components/text-link";
import { listOwnSignIns, listOwnStoppedTries } from "~/data/own-account.server";
import { findProviderSettings } from "~/data/sign-in-provider.server";
import { listOwnPasskeys } from "~/data/passkeys.server";
import { findOwnSecondFactor } from "~/data/second-factor.server";
import { HOME_ZONE } from "~/domain/time/today";
import { countOf, instantInWords } from "~/domain/time/words";
import { formName } from "~/forms/form-name";
import { changePasswordForm, signOutElsewhereForm } from "~/forms/own-account-forms";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerRefusal } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireLogin, type SignedInHere } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { changePassword } from "~/services/change-password.server";
import { signOutElsewhere } from "~/services/sign-out-elsewhere.server";

export const handle = titled("Your account");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, name, email, loginSessionId, reach, organisationName } = await requireLogin(args);
  const [signIns, stopped, factor, passkeys, provider] = await Promise.all([
    listOwnSignIns(actor, reach),
    listOwnStoppedTries(actor),
    findOwnSecondFactor(actor),
    listOwnPasskeys(actor),
    findProviderSettings(actor),
  ]);
  return {
    name,
    email,
    /** Where what stands here is of one organisation alone, its name. */
    only: reach === "organisation" ? organisationName : null,
    passkeys: passkeys.length,
    hasProvider: provider !== null,
    secondStep: factor && {
      since: instantInWords(factor.addedAt, HOME_ZONE),
      codesLeft: factor.recoveryCodes,
    },
    stopped: stopped.map(({ at, what }) => ({ at: instantInWords(at, HOME_ZONE), what })),
    signIns: signIns.map(({ id, organisation, startedAt, seenAt }) => ({
      id,
      organisation,
      started: instantInWords(startedAt, HOME_ZONE),
      seen: id === loginSessionId ? "This browser, now" : `Last used ${instantInWords(seenAt, HOME_ZONE)}`,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const signedIn = await requireLogin(args);
  const elsewhere = (await formName(args.request)) === "elsewhere";
  return elsewhere ? endOthers(signedIn, args.request) : newPassword(signedIn, args.request);
}

async function endOthers({ actor, loginSessionId, reach }: SignedInHere, request: Request) {
  const form = await parseForm(signOutElsewhereForm, request);
  if (!form.ok) return rejected(form);
  const outcome = await signOutElsewhere(actor, loginSessionId, reach);
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(
    paths.account,
    reach === "organisation" ? "signed_out_of_others" : "signed_out_elsewhere",
  );
}

async function newPassword({ actor, loginSessionId, place }: SignedInHere, request: Request) {
  const form = await parseForm(changePasswordForm, request);
  if (!form.ok) return rejected(form);
  const { currentPassword: current, newPassword: wanted } = form.data;
  const outcome = await changePassword(actor, { current, wanted }, { loginSessionId, place });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(paths.account, "password_changed");
}

export default function Account() {
  const { name, email, signIns, only, stopped, secondStep, passkeys, hasProvider } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading caption={name} title="Your account" />
      <Section heading="Where you are signed in">
        <ul className="govuk-list govuk-list--spaced">
          {signIns.map(({ id, organisation, started, seen }) => (
            <li key={id}>
              <strong>{organisation}</strong>: {seen}. Signed in {started}.
            </li>
          ))}
        </ul>
        {only ? <p className="govuk-body">{onlyHere(only)}</p> : null}
        {signIns.length > 1 ? (
          <SchemaForm schema={signOutElsewhereForm} name="elsewhere">
            <Button kind="secondary">{only ? "Sign out of the others" : "Sign out everywhere else"}</Button>
          </SchemaForm>
        ) : only ? null : (
          <p className="govuk-body">You are signed in nowhere else.</p>
        )}
        {stopped.length > 0 ? <StoppedTries stopped={stopped} /> : null}
      </Section>
      <SecondStep secondStep={secondStep} />
      <Section heading="Passkeys">
        <p className="govuk-body">
          {passkeys > 0 ? `You have ${countOf(passkeys, "passkey")}. ` : "You have none. "}
          <TextLink to={paths.passkeys}>{passkeys > 0 ? "See your passkeys" : "Add a passkey"}</TextLink>
        </p>
      </Section>
      <Section heading="Where you belong">
        <p className="govuk-body">
          <TextLink to={paths.ownOrganisations}>Your organisations</TextLink>
        </p>
        <p className="govuk-body">
          <TextLink to={paths.whoResets}>Who may reset your password</TextLink>
        </p>
        {hasProvider ? (
          <p className="govuk-body">
            <TextLink to={paths.linkedSignIn}>Your organisation’s own sign-in</TextLink>
          </p>
        ) : null}
      </Section>
      <Section heading="Change your password">
        <SchemaForm schema={changePasswordForm} name="password">
          {/* Password managers look for whose password it is. */}
          <input type="text" hidden autoComplete="username" value={email} readOnly />
          <TextField
            name="currentPassword"
            label="Your password now"
            type="password"
            autoComplete="current-password"
          />
          <TextField
            name="newPassword"
            label="Your new password"
            hint="12 characters or more. Three random words are easy to remember. Changing it signs you out everywhere else."
            type="password"
            autoComplete="new-password"
          />
          <Button>Change your password</Button>
        </SchemaForm>
      </Section>
    </>
  );
}

const onlyHere = (organisation: string) =>
  `You came in by the sign-in of ${organisation}, so this lists where you are signed in to ${organisation} alone.`;

type SecondStepProps = { secondStep: { since: string; codesLeft: number } | null };

function SecondStep({ secondStep }: SecondStepProps) {
  if (!secondStep) {
    return (
      <Section heading="Second step">
        <p className="govuk-body">
          A code from your phone beside your password. Approvers, safeguarding leads and administrators need
          one.
        </p>
        <p className="govuk-body">
          <TextLink to={paths.authenticator}>Set up an authenticator app</TextLink>
        </p>
      </Section>
    );
  }
  return (
    <Section heading="Second step">
      <p className="govuk-body">
        {`Your authenticator app, since ${secondStep.since}. You have ${countOf(secondStep.codesLeft, "recovery code")} left.`}
      </p>
      <ul className="govuk-list">
        <li>
          <TextLink to={paths.recoveryCodes}>Get new recovery codes</TextLink>
        </li>
        <li>
          <TextLink to={paths.authenticator}>Use another authenticator app</TextLink>
        </li>
      </ul>
    </Section>
  );
}
