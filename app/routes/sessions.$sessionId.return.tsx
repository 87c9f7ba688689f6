import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ConfirmPage } from "~/components/confirm-page";
import { titled } from "~/components/document-title";
import { barOf } from "~/components/review";
import { TextArea } from "~/components/text-area";
import { parseForm, rejected } from "~/forms/parse-form";
import { returnForm } from "~/forms/reason-form";
import { answerConfirmed } from "~/http/answer.server";
import { requireApprover } from "~/http/session-page.server";
import { paths } from "~/paths";
import { returnSession } from "~/services/return-session.server";

export const handle = titled("Send back with comments");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, record, status, subject, sessionId } = await requireApprover(args);
  if (status !== "waiting_for_sign_off" || barOf(actor, subject)) throw redirect(paths.signOff(sessionId));
  return { id: sessionId, title: record.session.title };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireApprover(args);
  const form = await parseForm(returnForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await returnSession(actor, sessionId, { ...form.data, submission });
  return answerConfirmed(form, outcome, { to: paths.session(sessionId), notice: "returned" });
}

export default function ReturnSession() {
  const { id, title } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.signOff(id)}>Review</BackLink>
      <ConfirmPage
        schema={returnForm}
        caption={title}
        title="Send it back with comments"
        confirm="Send it back"
        back={{ to: paths.signOff(id), text: "Go back to the review" }}
        fields={
          <TextArea
            name="comments"
            label="What has to change?"
            hint="The planner reads this. Leave out anything confidential about a young person."
          />
        }
      >
        <p className="govuk-body">The planner is told, and can send it again once it is put right.</p>
      </ConfirmPage>
    </>
  );
}
