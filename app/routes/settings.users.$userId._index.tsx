import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { InsetText } from "~/components/callout";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { PasscodeField } from "~/components/passcode-field";
import { RoleBoxes } from "~/components/role-boxes";
import { SchemaForm } from "~/components/schema-form";
import { Select } from "~/components/select";
import { TextLink } from "~/components/text-link";
import { loadMembers } from "~/data/members.server";
import { parseForm, rejected } from "~/forms/parse-form";
import { memberForm, memberLabels, roleWords } from "~/forms/user-forms";
import { answerRefusal, answerStale } from "~/http/answer.server";
import { asksForPasscode, confirmedBy } from "~/http/confirmation.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { changeMember } from "~/services/change-member.server";

export const handle = titled<{ name: string }>((data) => data.name);

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(args, "user.edit");
  const { actor } = signedIn;
  const { members, adults } = await loadMembers(actor);
  const member = members.find(({ userId }) => userId === args.params["userId"]);
  if (!member) throw new Response(null, { status: 404 });
  const { userId, name, email, roles, adultId, version } = member;
  return {
    userId,
    name,
    email,
    version,
    isSelf: userId === actor.userId,
    asksForPasscode: asksForPasscode(signedIn),
    defaults: { roles: [...roles], adultId: adultId ?? "" },
    adults: adults.map(({ id, name: label }) => ({ value: id, label })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(args, "user.edit");
  const { userId } = await loader(args);
  const form = await parseForm(memberForm, args.request);
  if (!form.ok) return rejected(form);
  const { passcode, ...wanted } = form.data;
  const confirmed = await confirmedBy(signedIn, passcode);
  if (!confirmed.ok) return answerRefusal(form, confirmed.refusal);
  const submission = { id: form.submissionId, content: { userId, ...wanted } };
  const outcome = await changeMember(confirmed.value, userId, wanted, { version: form.version, submission });
  if (outcome.ok) return redirectWithNotice(paths.users, "saved");
  if (outcome.refusal.code !== "stale_version") return answerRefusal(form, outcome.refusal);
  return answerStale(form, {
    to: paths.users,
    labels: memberLabels,
    words: { roles: roleWords },
    reload: () => loader(args),
  });
}

export default function User() {
  const data = useLoaderData<typeof loader>();
  const { userId, name, email, version, isSelf, defaults, adults } = data;
  return (
    <>
      <BackLink to={paths.users}>Users and roles</BackLink>
      <SchemaForm schema={memberForm} defaults={defaults} version={version}>
        <PageHeading title={name} lead={email} />
        {isSelf ? (
          <InsetText>
            This is you. Another administrator changes your roles; your adult record you can choose.
          </InsetText>
        ) : null}
        <RoleBoxes />
        <Select
          name="adultId"
          label="Which adult record is theirs?"
          hint="Where they also host or watch over sessions, so that nobody signs off what they run."
          options={adults}
          empty="None"
          optional
        />
        {isSelf ? null : <PasscodeField asked={data.asksForPasscode} />}
        <Button>Save</Button>
      </SchemaForm>
      {isSelf ? null : (
        <p className="govuk-body">
          <TextLink to={paths.resetCode(userId)}>Reset their password</TextLink>
        </p>
      )}
      {isSelf ? null : (
        <p className="govuk-body">
          <TextLink to={paths.removeSecondStep(userId)}>Remove their second step</TextLink>
        </p>
      )}
      {isSelf ? null : (
        <p className="govuk-body">
          <TextLink to={paths.endMembership(userId)}>End their membership</TextLink>
        </p>
      )}
    </>
  );
}
