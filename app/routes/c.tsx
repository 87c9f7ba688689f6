import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Temporal } from "temporal-polyfill";
import { OwnForm } from "~/components/own-form";
import { CallNow, OwnPage } from "~/components/own-page";
import { OwnReceipt } from "~/components/own-receipt";
import { plain } from "~/components/plain";
import { newId } from "~/data/new-id.server";
import { openQuestions } from "~/domain/consent/link-questions";
import { liveCall, notTaken, ownAnswers, whenForThem } from "~/domain/consent/own-place";
import { yesUntil } from "~/domain/consent/own-words";
import type { ConsentScope } from "~/domain/record/fields";
import { ownYes } from "~/domain/consent/withdrawal";
import { linkProblem } from "~/http/own-problem";
import { requireVisit, tellsNothing, type OwnVisit } from "~/http/own-visit.server";
import { aroundOf, firstAsked, givenAnswers, givenNoes, nextQuestion } from "~/http/own-questions.server";
import { paths } from "~/paths";

export const handle = plain("Your answers");

/** Where a visit begins, and what it leads back to: the first question, or else what they have agreed to. */
export async function loader(args: LoaderFunctionArgs) {
  const own = await requireVisit(args);
  const { view, participant, state, visit, proposed } = own;
  const answers = ownAnswers(view, participant);
  const open = tellsNothing(own) || openQuestions(view, participant, own.askedAt).length > 0;
  if (state === "asks" && visit.said === null && open) throw redirect(nextQuestion(own));
  if (givenNoes(own).length > 0) throw redirect(paths.ownAnswers);
  if (state === "narrows" && tellsNothing(own)) throw linkProblem("started");
  return {
    around: aroundOf(own),
    request: visit.requestId,
    formId: newId(),
    state,
    ended: Temporal.Instant.compare(view.at, view.end) >= 0,
    said: visit.said,
    left: leftNow(own),
    title: view.facts.session.title,
    when: whenForThem(view),
    call: liveCall(view),
    answers: answers.map(({ scope, counts, until }) => ({ scope, counts, until: until && yesUntil(until) })),
    canChange: ownYes(view, participant).length > 0,
    proposed,
    here: own.here !== null,
    first: firstAsked(own),
  };
}

/** To what their yes was not taken: of what they have saved, or of a visit that went on after the start. */
function leftNow(own: OwnVisit): ConsentScope[] {
  const { view, participant, state, visit } = own;
  if (visit.said === "saved") return visit.left;
  if (visit.said !== null || state !== "narrows") return [];
  return notTaken(view, participant, givenAnswers(own), visit.seen);
}

export default function OwnPlace() {
  const { around, request, formId, ended, ...shown } = useLoaderData<typeof loader>();
  return (
    <OwnPage around={around}>
      {shown.state === "cancelled" ? <NotHappening /> : null}
      {shown.state === "over" && shown.said === null ? <Over ended={ended} call={shown.call} /> : null}
      {shown.state !== "cancelled" && (shown.state !== "over" || shown.said !== null) ? (
        <OwnReceipt {...shown} />
      ) : null}
      <OwnForm formId={formId} request={request} action={paths.ownFinish}>
        <button className="main">Finish</button>
        <p>
          {shown.here
            ? "Press Finish before you give this tablet to anybody."
            : "Finish closes your answers on this phone."}
        </p>
      </OwnForm>
    </OwnPage>
  );
}

function NotHappening() {
  return (
    <>
      <h1>The session is not happening</h1>
      <p>You do not have to do anything.</p>
    </>
  );
}

function Over({ ended, call }: { ended: boolean; call: string | null }) {
  return (
    <>
      <h1>{ended ? "The session is over" : "The session has started"}</h1>
      <CallNow number={call} />
      <p>There is nothing more to say no to.</p>
    </>
  );
}
