import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ConfirmPage } from "~/components/confirm-page";
import { titled } from "~/components/document-title";
import { TextArea } from "~/components/text-area";
import { parseForm, rejected } from "~/forms/parse-form";
import { cancelForm } from "~/forms/reason-form";
import { answerConfirmed } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { cancelSession } from "~/services/cancel-session.server";

export const handle = titled("Cancel this session");

export async function loader(args: LoaderFunctionArgs) {
  const { record, status } = await requireSession(args, "session.cancel");
  const { id, title } = record.session;
  if (["cancelled", "live", "finished", "recorded_late"].includes(status)) throw redirect(paths.session(id));
  return { id, title, signedOff: status === "signed_off" };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.cancel");
  const form = await parseForm(cancelForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await cancelSession(actor, sessionId, { ...form.data, submission });
  return answerConfirmed(form, outcome, { to: paths.session(sessionId), notice: "cancelled" });
}

export default function CancelSession() {
  const { id, title, signedOff } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.session(id)}>{title}</BackLink>
      <ConfirmPage
        schema={cancelForm}
        title="Cancel this session?"
        confirm="Cancel the session"
        destructive
        back={{ to: paths.session(id), text: "Keep it" }}
        fields={
          <TextArea
            name="reason"
            label="Why is it cancelled?"
            hint="The reason stays on record. Leave out anything about a young person."
          />
        }
      >
        <p className="govuk-body">
          It cannot be brought back: nothing of it can be changed any more, and its history stays on record.
          {signedOff ? " It is signed off; whoever signed it is told." : ""} Greenroom tells nobody outside
          your organisation, so let the young people know yourselves.
        </p>
      </ConfirmPage>
    </>
  );
}
