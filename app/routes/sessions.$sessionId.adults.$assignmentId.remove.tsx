import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ConfirmPage } from "~/components/confirm-page";
import { titled } from "~/components/document-title";
import { roleWords } from "~/domain/people/role-words";
import { confirmForm } from "~/forms/confirm-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerRefusal, askedAnew, redirectAfterEdit } from "~/http/answer.server";
import { requireAssignment } from "~/http/assignment-page.server";
import { paths } from "~/paths";
import { removeAssignment } from "~/services/remove-assignment.server";

export const handle = titled<{ name: string }>(({ name }) => `Remove ${name}?`);

export async function loader(args: LoaderFunctionArgs) {
  const { record, version, status, assignment, name } = await requireAssignment(args);
  const { id, title, kind } = record.session;
  const roleName = roleWords(assignment.role, kind).name.toLowerCase();
  return { id, title, version, name, roleName, signedOff: status === "signed_off" };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId, assignment, version } = await requireAssignment(args);
  const form = await parseForm(confirmForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: { removed: assignment.id } };
  const options = { version: form.version, submission };
  const outcome = await removeAssignment(actor, sessionId, assignment.id, options);
  if (!outcome.ok) return answerRefusal(askedAnew(form, version), outcome.refusal);
  return redirectAfterEdit(paths.sessionAdults(sessionId), outcome.value.effect, "removed");
}

export default function RemoveAssignment() {
  const { id, title, version, name, roleName, signedOff } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.sessionAdults(id)}>Adults and observers</BackLink>
      <ConfirmPage
        schema={confirmForm}
        caption={title}
        title={`Remove ${name}?`}
        confirm={`Remove ${name}`}
        destructive
        version={version}
        back={{ to: paths.sessionAdults(id), text: "Keep everything as it is" }}
      >
        <p className="govuk-body">
          {name} is taken off this session as {roleName}. Their record, checks and training stay.
        </p>
        {signedOff ? (
          <p className="govuk-body">The sign-off lapses: the session has to be signed off again.</p>
        ) : null}
      </ConfirmPage>
    </>
  );
}
