import { data } from "@remix-run/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { PasscodeField } from "~/components/passcode-field";
import { PrintedCode } from "~/components/printed-code";
import { Radios } from "~/components/radios";
import { RoleBoxes } from "~/components/role-boxes";
import { SchemaForm } from "~/components/schema-form";
import { TextField } from "~/components/text-field";
import { parseForm, rejected } from "~/forms/parse-form";
import { inviteForm } from "~/forms/user-forms";
import { answerRefusal } from "~/http/answer.server";
import { asksForPasscode, confirmedBy } from "~/http/confirmation.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { invite } from "~/services/invite.server";

export const handle = titled("Invite somebody");

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(args, "user.edit");
  return { sendsMail: args.context.sendsMail, asksForPasscode: asksForPasscode(signedIn) };
}

export async function action(args: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(args, "user.edit");
  const form = await parseForm(inviteForm, args.request);
  if (!form.ok) return rejected(form);
  const { passcode, ...invitation } = form.data;
  const confirmed = await confirmedBy(signedIn, passcode);
  if (!confirmed.ok) return answerRefusal(form, confirmed.refusal);
  const submission = { id: form.submissionId, content: invitation };
  const outcome = await invite(confirmed.value, invitation, {
    sendsMail: args.context.sendsMail,
    submission,
  });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  const { invitationId, code } = outcome.value;
  if (form.data.how === "mail") return redirectWithNotice(paths.users, "invitation_mailed");
  if (code === null) return redirect(paths.invitationOf(invitationId), 303);
  const { organisationName: organisation } = signedIn;
  return data({ printed: { code, name: form.data.name, organisation, origin: args.context.origin } });
}

export default function Invite() {
  const { sendsMail, asksForPasscode: asked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "printed" in answer) return <PrintedCode {...answer.printed} purpose="invitation" />;
  return (
    <>
      <BackLink to={paths.users}>Users and roles</BackLink>
      <SchemaForm schema={inviteForm}>
        <PageHeading
          title="Invite somebody"
          lead="They choose their own password. Nobody else ever knows it."
        />
        <TextField name="name" label="Name" spellCheck={false} />
        <RoleBoxes />
        {sendsMail ? <How /> : <input type="hidden" name="how" value="printed" />}
        <PasscodeField asked={asked} />
        <Button>Invite them</Button>
      </SchemaForm>
    </>
  );
}

function How() {
  const address = <TextField name="email" label="Email address" type="email" spellCheck={false} />;
  return (
    <Radios
      name="how"
      label="How do they get the invitation?"
      choices={[
        { value: "mail", label: "As a link by email", reveal: address },
        {
          value: "printed",
          label: "As a code on paper",
          hint: "You give it to them, and confirm that it is them before they see anything.",
        },
      ]}
    />
  );
}
