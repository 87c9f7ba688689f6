import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ConfirmPage } from "~/components/confirm-page";
import { titled } from "~/components/document-title";
import { loadMembers } from "~/data/members.server";
import { parseForm, rejected } from "~/forms/parse-form";
import { endMembershipForm } from "~/forms/user-forms";
import { answerRefusal } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { endMembership } from "~/services/end-membership.server";

export const handle = titled<{ name: string }>((data) => `End the membership of ${data.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "user.edit");
  const { members } = await loadMembers(actor);
  const member = members.find(({ userId }) => userId === args.params["userId"]);
  if (!member) throw new Response(null, { status: 404 });
  return { userId: member.userId, name: member.name, version: member.version };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "user.edit");
  const userId = args.params["userId"] ?? "";
  const form = await parseForm(endMembershipForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: { userId } };
  const outcome = await endMembership(actor, userId, { version: form.version, submission });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(paths.users, "membership_ended");
}

export default function EndMembership() {
  const { userId, name, version } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.user(userId)}>{name}</BackLink>
      <ConfirmPage
        schema={endMembershipForm}
        version={version}
        title={`End the membership of ${name}?`}
        confirm="End the membership"
        destructive
        back={{ to: paths.user(userId), text: "Go back" }}
      >
        <p className="govuk-body">
          They are signed out at once and cannot sign in to this organisation again. What they planned,
          recorded and signed stays on record under their name.
        </p>
      </ConfirmPage>
    </>
  );
}
