import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Temporal } from "temporal-polyfill";
import { BackLink } from "~/components/back-link";
import { ConfirmPage } from "~/components/confirm-page";
import { titled } from "~/components/document-title";
import { PasscodeField } from "~/components/passcode-field";
import { Select } from "~/components/select";
import { loadMembers } from "~/data/members.server";
import { countToHandOver } from "~/data/planned-by.server";
import { countOf } from "~/domain/time/words";
import { parseForm, rejected } from "~/forms/parse-form";
import { endMembershipForm } from "~/forms/user-forms";
import { answerRefusal } from "~/http/answer.server";
import { asksForPasscode, confirmedBy } from "~/http/confirmation.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { endMembership } from "~/services/end-membership.server";

export const handle = titled<{ name: string }>((data) => `End the membership of ${data.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(args, "user.edit");
  const { members } = await loadMembers(signedIn.actor);
  const member = members.find(({ userId }) => userId === args.params["userId"]);
  if (!member) throw new Response(null, { status: 404 });
  const { userId, name, version } = member;
  const now = Temporal.Now.instant().toString();
  return {
    userId,
    name,
    version,
    asksForPasscode: asksForPasscode(signedIn),
    toHandOver: await countToHandOver(signedIn.actor, userId, now),
    planners: members
      .filter((each) => each.userId !== userId && each.roles.includes("planner"))
      .map((each) => ({ value: each.userId, label: each.name })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(args, "user.edit");
  const userId = args.params["userId"] ?? "";
  const form = await parseForm(endMembershipForm, args.request);
  if (!form.ok) return rejected(form);
  const { passcode, handOverTo } = form.data;
  const confirmed = await confirmedBy(signedIn, passcode);
  if (!confirmed.ok) return answerRefusal(form, confirmed.refusal);
  const submission = { id: form.submissionId, content: { userId, handOverTo } };
  const outcome = await endMembership(confirmed.value, userId, {
    version: form.version,
    submission,
    handOverTo,
  });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(paths.users, "membership_ended");
}

export default function EndMembership() {
  const data = useLoaderData<typeof loader>();
  const { userId, name, version, toHandOver, planners } = data;
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
        fields={
          <>
            {toHandOver > 0 ? (
              <Select
                name="handOverTo"
                label="Who takes over their sessions?"
                hint={`${countOf(toHandOver, "session")} of theirs ${toHandOver === 1 ? "is" : "are"} still to come. Whoever takes over plans them, and so does not sign them off.`}
                options={planners}
                empty="Select a planner"
              />
            ) : null}
            <PasscodeField asked={data.asksForPasscode} />
          </>
        }
      >
        <p className="govuk-body">
          They are signed out at once and cannot sign in to this organisation again. Invitations that they
          made and nobody has used end with it. What they recorded and signed stays on record under their
          name.
        </p>
      </ConfirmPage>
    </>
  );
}
