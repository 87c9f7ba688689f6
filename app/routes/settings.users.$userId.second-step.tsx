import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ConfirmPage } from "~/components/confirm-page";
import { titled } from "~/components/document-title";
import { loadMembers } from "~/data/members.server";
import { confirmForm } from "~/forms/confirm-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerConfirmed } from "~/http/answer.server";
import { asksForPasscode } from "~/http/confirmation.server";
import { requireSignedIn, toSecondStep } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { removeSecondStep } from "~/services/remove-second-step.server";

export const handle = titled<{ name: string }>((found) => `Remove the second step of ${found.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(args, "user.edit");
  const { members } = await loadMembers(signedIn.actor);
  const member = members.find(({ userId }) => userId === args.params["userId"]);
  if (!member || member.userId === signedIn.actor.userId) throw new Response(null, { status: 404 });
  if (asksForPasscode(signedIn)) throw toSecondStep(args.request);
  return { userId: member.userId, name: member.name };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "user.edit");
  const { userId } = await loader(args);
  const form = await parseForm(confirmForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: { userId } };
  const outcome = await removeSecondStep(actor, userId, { submission });
  return answerConfirmed(form, outcome, { to: paths.user(userId), notice: "second_step_removed" });
}

export default function RemoveSecondStep() {
  const { userId, name } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.user(userId)}>{name}</BackLink>
      <ConfirmPage
        schema={confirmForm}
        title={`Remove the second step of ${name}?`}
        confirm="Remove it"
        destructive
        back={{ to: paths.user(userId), text: "Go back" }}
      >
        <p className="govuk-body">
          For who lost their phone and their recovery codes. Do it only while you are together: until they set
          up another, their password alone lets them in. Their authenticator app, recovery codes and passkeys
          stop working, and they are signed out everywhere. Every other approver, safeguarding lead and
          administrator is told.
        </p>
        <p className="govuk-body">
          For some people only whoever runs this Greenroom can do it. You are then told to send them there.
        </p>
      </ConfirmPage>
    </>
  );
}
