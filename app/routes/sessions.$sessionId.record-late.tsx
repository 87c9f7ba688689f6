import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ConfirmPage } from "~/components/confirm-page";
import { titled } from "~/components/document-title";
import { TextArea } from "~/components/text-area";
import { TextLink } from "~/components/text-link";
import { whenInWords } from "~/domain/session/session-line";
import { isBefore } from "~/domain/time/order";
import { parseForm, rejected } from "~/forms/parse-form";
import { recordLateForm } from "~/forms/reason-form";
import { answerConfirmed } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { recordSessionLate } from "~/services/record-session-late.server";

export const handle = titled("Record a session that has already happened");

export async function loader(args: LoaderFunctionArgs) {
  const { record, status, readiness } = await requireSession(args, "session.edit");
  const { id, title, endsAt } = record.session;
  const over = !isBefore(readiness.at.toString(), endsAt);
  if (!over || ["cancelled", "live", "finished", "recorded_late"].includes(status)) {
    throw redirect(paths.session(id));
  }
  return { id, title, when: whenInWords(record.session) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.edit");
  const form = await parseForm(recordLateForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await recordSessionLate(actor, sessionId, { ...form.data, submission });
  return answerConfirmed(form, outcome, { to: paths.session(sessionId), notice: "recorded_late" });
}

export default function RecordLate() {
  const { id, title, when } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.session(id)}>{title}</BackLink>
      <ConfirmPage
        schema={recordLateForm}
        title="Record a session that has already happened"
        confirm="Put it on record"
        back={{ to: paths.session(id), text: "Not now" }}
        fields={
          <TextArea
            name="reason"
            label="Why was it not planned and signed off here?"
            hint="The reason stays on record. Leave out anything about a young person."
          />
        }
      >
        <p className="govuk-body">
          It took place on {when}. Its checks are kept as facts and marked as recorded late. Nobody can sign
          it off any more, and every approver is told.
        </p>
        <p className="govuk-body">
          What was said and given keeps the date at which it happened: enter consents and briefings with their
          own dates. If the session did not happen,{" "}
          <TextLink to={paths.cancelSession(id)}>cancel it</TextLink> instead.
        </p>
      </ConfirmPage>
    </>
  );
}
