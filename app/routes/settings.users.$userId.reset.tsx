import { data, useActionData, useLoaderData } from "@remix-run/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import type { ReactNode } from "react";
import { BackLink } from "~/components/back-link";
import { LinkButton } from "~/components/button";
import { ConfirmPage } from "~/components/confirm-page";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { PrintedCode } from "~/components/printed-code";
import { loadMembers } from "~/data/members.server";
import { confirmForm } from "~/forms/confirm-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerRefusal } from "~/http/answer.server";
import { asksForPasscode } from "~/http/confirmation.server";
import { requireSignedIn, toSecondStep } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { makeResetCode } from "~/services/make-reset-code.server";

export const handle = titled<{ name: string }>((found) => `Reset the password of ${found.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(args, "user.edit");
  const { actor } = signedIn;
  const { members } = await loadMembers(actor);
  const member = members.find(({ userId }) => userId === args.params["userId"]);
  if (!member || member.userId === actor.userId) throw new Response(null, { status: 404 });
  if (asksForPasscode(signedIn)) throw toSecondStep(args.request);
  return { userId: member.userId, name: member.name, sendsMail: args.context.sendsMail };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, organisationName: organisation } = await requireSignedIn(args, "user.edit");
  const form = await parseForm(confirmForm, args.request);
  if (!form.ok) return rejected(form);
  const { name } = await loader(args);
  const { sendsMail, origin } = args.context;
  const userId = args.params["userId"] ?? "";
  const submission = { id: form.submissionId, content: { userId } };
  const outcome = await makeResetCode(actor, userId, { sendsMail, submission });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  const { code } = outcome.value;
  if (code === null) return redirect(paths.user(userId), 303);
  return data({ printed: { code, name, organisation, origin } });
}

export default function ResetCode() {
  const { userId, name, sendsMail } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "printed" in answer) return <PrintedCode {...answer.printed} purpose="reset" />;
  const back = <BackLink to={paths.user(userId)}>{name}</BackLink>;
  if (sendsMail) return <ByMail name={name} back={back} userId={userId} />;
  return (
    <>
      {back}
      <ConfirmPage
        schema={confirmForm}
        title={`Make a reset code for ${name}?`}
        confirm="Make the code"
        back={{ to: paths.user(userId), text: "Go back" }}
      >
        <p className="govuk-body">
          Do this only while they are with you. They choose a new password with the code, once, within a day,
          and are signed out everywhere. Every other approver, safeguarding lead and administrator is told
          that you made it.
        </p>
        <p className="govuk-body">
          Some people’s passwords are reset by whoever runs this Greenroom alone, because they chose so or for
          other reasons. You are then told to send them there.
        </p>
      </ConfirmPage>
    </>
  );
}

function ByMail({ name, back, userId }: { name: string; back: ReactNode; userId: string }) {
  return (
    <>
      {back}
      <PageHeading
        title={`${name} resets their own password`}
        lead="They choose “Forgotten your password?” where they sign in, and get a link by email."
      />
      <LinkButton to={paths.user(userId)} kind="secondary">
        Go back
      </LinkButton>
    </>
  );
}
