import { data, useActionData, useLoaderData } from "@remix-run/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { Tick } from "~/components/checkboxes";
import { titled } from "~/components/document-title";
import { invitationWords } from "~/components/invitation-words";
import { PageHeading, Section } from "~/components/page-heading";
import { PasscodeField } from "~/components/passcode-field";
import { PrintedCode } from "~/components/printed-code";
import { SchemaForm } from "~/components/schema-form";
import { SummaryList } from "~/components/summary-list";
import { findInvitation } from "~/data/invitations.server";
import { HOME_ZONE } from "~/domain/time/today";
import { instantInWords } from "~/domain/time/words";
import { formName } from "~/forms/form-name";
import {
  confirmInvitationForm,
  remakeInvitationForm,
  takeBackInvitationForm,
} from "~/forms/invitation-forms";
import { parseForm, rejected } from "~/forms/parse-form";
import { rolesInWords } from "~/forms/user-forms";
import { answerConfirmed, answerRefusal } from "~/http/answer.server";
import { asksForPasscode, confirmedBy } from "~/http/confirmation.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn, type SignedInHere } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { remakeInvitation, takeBackInvitation } from "~/services/change-invitation.server";
import { confirmInvitation } from "~/services/confirm-invitation.server";

export const handle = titled<{ name: string }>((data) => `Invitation for ${data.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(args, "user.edit");
  const found = await findInvitation(signedIn.actor, args.params["invitationId"] ?? "");
  if (!found) throw new Response(null, { status: 404 });
  const { name, email, roles, kind, state, madeAt, expiresAt, usedBy } = found;
  return {
    name,
    email,
    kind,
    state,
    usedBy,
    asksForPasscode: asksForPasscode(signedIn),
    roles: rolesInWords(roles),
    made: instantInWords(madeAt, HOME_ZONE),
    until: instantInWords(expiresAt, HOME_ZONE),
  };
}

export async function action(args: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(args, "user.edit");
  const name = await formName(args.request);
  if (name === "confirm") return confirm(signedIn, args);
  return name === "again" ? makeAgain(signedIn, args) : takeBack(signedIn, args);
}

async function confirm(signedIn: SignedInHere, { request, params }: ActionFunctionArgs) {
  const form = await parseForm(confirmInvitationForm, request);
  if (!form.ok) return rejected(form);
  const invitationId = params["invitationId"] ?? "";
  const submission = { id: form.submissionId, content: { invitationId } };
  const confirmed = await confirmedBy(signedIn, form.data.passcode);
  if (!confirmed.ok) return answerRefusal(form, confirmed.refusal);
  const outcome = await confirmInvitation(confirmed.value, invitationId, { submission });
  return answerConfirmed(form, outcome, { to: paths.users, notice: "invitation_confirmed" });
}

async function makeAgain(signedIn: SignedInHere, { request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(remakeInvitationForm, request);
  if (!form.ok) return rejected(form);
  const invitationId = params["invitationId"] ?? "";
  const confirmed = await confirmedBy(signedIn, form.data.passcode);
  if (!confirmed.ok) return answerRefusal(form, confirmed.refusal);
  const { organisationName, actor } = signedIn;
  const found = await findInvitation(actor, invitationId);
  const submission = { id: form.submissionId, content: { invitationId } };
  const options = { sendsMail: context.sendsMail, submission };
  const outcome = await remakeInvitation(confirmed.value, invitationId, options);
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  const { code } = outcome.value;
  if (code === null) return redirectWithNotice(paths.users, "invitation_mailed");
  const printed = { code, name: found?.name ?? "", organisation: organisationName, origin: context.origin };
  return data({ printed });
}

async function takeBack({ actor }: SignedInHere, { request, params }: ActionFunctionArgs) {
  const form = await parseForm(takeBackInvitationForm, request);
  if (!form.ok) return rejected(form);
  const invitationId = params["invitationId"] ?? "";
  const submission = { id: form.submissionId, content: { invitationId } };
  const outcome = await takeBackInvitation(actor, invitationId, { submission });
  return answerConfirmed(form, outcome, { to: paths.users, notice: "invitation_taken_back" });
}

export default function Invitation() {
  const found = useLoaderData<typeof loader>();
  const { name, email, kind, state, usedBy, roles, made, until } = found;
  const answer = useActionData<typeof action>();
  if (answer && "printed" in answer) return <PrintedCode {...answer.printed} purpose="invitation" />;
  const isDone = state === "joined" || state === "taken_back";
  return (
    <>
      <BackLink to={paths.users}>Users and roles</BackLink>
      <PageHeading title={`Invitation for ${name}`} lead={invitationWords[state]} />
      <SummaryList
        rows={[
          { key: "How", value: kind === "mail" ? `A link to ${email}` : "A code on paper" },
          { key: "Roles", value: roles },
          { key: "Made", value: made },
          ...(isDone ? [] : [{ key: state === "waiting" ? "Confirm until" : "Works until", value: until }]),
          ...(usedBy ? [{ key: "Used by", value: `${usedBy.name} (${usedBy.email})` }] : []),
        ]}
      />
      {state === "waiting" && usedBy ? (
        <Section heading={`Is it ${usedBy.name}?`}>
          <SchemaForm schema={confirmInvitationForm} name="confirm">
            <p className="govuk-body">
              {usedBy.name} used the code and waits. Confirm only while you are together, or on a video call
              with somebody whose face you know.
            </p>
            <Tick name="seen" label={`I see ${usedBy.name}, and the account ${usedBy.email} is theirs`} />
            <PasscodeField asked={found.asksForPasscode} />
            <Button>Confirm and let them in</Button>
          </SchemaForm>
        </Section>
      ) : null}
      {isDone ? null : (
        <Section heading="Something is not right?">
          <SchemaForm schema={remakeInvitationForm} name="again">
            <p className="govuk-body">
              Make it again if it is lost or too old. What was given out before then opens nothing any more.
            </p>
            <PasscodeField asked={found.asksForPasscode && state !== "waiting"} />
            <Button kind="secondary">Make it again</Button>
          </SchemaForm>
          <SchemaForm schema={takeBackInvitationForm} name="back">
            <Button kind="warning">Take it back</Button>
          </SchemaForm>
        </Section>
      )}
    </>
  );
}
