import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { confirmConsentForm } from "~/forms/confirm-consent-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerAddition } from "~/http/answer.server";
import { requireParticipant } from "~/http/participant-page.server";
import { paths } from "~/paths";
import { confirmConsent } from "~/services/confirm-consent.server";

/** The address takes a form only; whoever opens it is led to the page that the form stands on. */
export async function loader(args: LoaderFunctionArgs) {
  const { sessionId, participant } = await requireParticipant(args);
  return redirect(paths.recordConsent(sessionId, participant.id));
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId, participant } = await requireParticipant(args);
  const form = await parseForm(confirmConsentForm, args.request);
  if (!form.ok) return rejected(form);
  const { answerIds } = form.data;
  const submission = { id: form.submissionId, content: { participant: participant.id, answerIds } };
  const outcome = await confirmConsent(actor, sessionId, participant.id, answerIds, { submission });
  const to = paths.consent(sessionId);
  if (!outcome.ok && outcome.refusal.code === "nothing_waits") return redirect(to);
  return answerAddition(form, outcome, { to, done: "saved" });
}
