import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { errorsIn, Mistakes, OwnField, OwnForm } from "~/components/own-form";
import { OwnPage } from "~/components/own-page";
import { OwnPicture, pictureOf, ShortLines } from "~/components/own-picture";
import { plain } from "~/components/plain";
import { SessionTold } from "~/components/session-told";
import { newId } from "~/data/new-id.server";
import type { Submission } from "~/data/submission.server";
import { proposeName } from "~/domain/consent/own-link";
import { notTaken, whenForThem, whoElse } from "~/domain/consent/own-place";
import { ownYes } from "~/domain/consent/withdrawal";
import { againWords, onlyNoes, ownHeadings, sentencesOf } from "~/domain/consent/own-words";
import { ownQuestionForm } from "~/forms/own-link-forms";
import { parseForm, refused, rejected } from "~/forms/parse-form";
import { refusedAnswer } from "~/http/own-problem";
import {
  answeredIn,
  aroundOf,
  nextQuestion,
  givenAnswers,
  givenNoes,
  ownQuestions,
} from "~/http/own-questions.server";
import {
  requireSameLink,
  requireVisit,
  tellsNothing,
  visitCookie,
  type OwnVisit,
} from "~/http/own-visit.server";
import { paths } from "~/paths";
import { answerThroughLink } from "~/services/answer-through-link.server";

export const handle = plain("A question for you");

/** @throws Response 302 to where they are, for a question that is not asked now */
async function requireQuestion(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const own = await requireVisit(args);
  if (own.state === "cancelled" || own.state === "over") throw redirect(paths.ownPlace);
  const questions = ownQuestions(own);
  const place = questions.findIndex(({ scope }) => scope === args.params["scope"]);
  const question = questions[place];
  if (!question) throw redirect(paths.ownPlace);
  return { own, question, place, of: questions.length, before: questions[place - 1]?.scope ?? null };
}

export async function loader(args: LoaderFunctionArgs) {
  const { own, question, place, of, before } = await requireQuestion(args);
  const { view, participant, visit, state } = own;
  return {
    around: aroundOf(own),
    request: visit.requestId,
    formId: newId(),
    question,
    step: state === "asks" ? `Question ${place + 1} of ${of}` : null,
    onlyNo: state !== "asks",
    before,
    name: visit.name ?? waitingName(own) ?? "",
    here: own.here !== null,
    canChange: !tellsNothing(own) && ownYes(view, participant).length > 0,
    session:
      place === 0
        ? { title: view.facts.session.title, when: whenForThem(view), alsoAsked: whoElse(view, participant) }
        : null,
  };
}

/** The name that they proposed before, so that leaving it out is their own choice. Nothing of it shows on a device. */
function waitingName({ proposed, here }: OwnVisit): string | null {
  return proposed && proposed.accepted !== false && here === null ? proposed.name : null;
}

export async function action(args: ActionFunctionArgs) {
  const { own, question } = await requireQuestion(args);
  const form = await parseForm(ownQuestionForm, args.request);
  if (!form.ok) return rejected(form);
  const { request, answer, asked, name } = form.data;
  requireSameLink(own, request);
  const { scope } = question;
  const mayWish = scope === "name_shown" && answer === "yes" && own.here === null;
  const wished = mayWish ? name : null;
  if (wished !== null) {
    const proposed = proposeName(own.participant, wished);
    if (!proposed.ok) return refused(form, { name: "name", message: proposed.refusal.message });
  }
  const visit = answeredIn(own.visit, { scope, answer, asked }, wished);
  if (own.state === "narrows") {
    if (answer === "yes") throw refusedAnswer(onlyNoes);
    return sayNo({ ...own, visit }, args, { id: form.submissionId, content: { scope, asked } });
  }
  return redirect(nextQuestion({ ...own, visit }), {
    status: 303,
    headers: visitCookie(visit, args.context.origin),
  });
}

/** Once the session has started a no is saved at once, with those of the visit before it; a yes of the visit is not. */
async function sayNo(own: OwnVisit, { context }: ActionFunctionArgs, submission: Submission) {
  const { owner, view, participant, visit } = own;
  const noes = givenNoes(own);
  const answers = Object.fromEntries(noes.map(({ scope, answer }) => [scope, answer]));
  const asked = Object.fromEntries(noes.map(({ scope, asked: digest }) => [scope, digest]));
  const said = { answers, asked, name: null, seen: visit.seen };
  const saved = await answerThroughLink(owner, said, { submission });
  if (!saved.ok) throw refusedAnswer(saved.refusal.message);
  const before = answers["take_part"] ? [] : visit.left.filter((scope) => !answers[scope]);
  const left = [...new Set([...before, ...notTaken(view, participant, givenAnswers(own), visit.seen)])];
  return redirect(paths.ownPlace, {
    status: 303,
    headers: visitCookie({ ...visit, answers: {}, name: null, said: "saved", left }, context.origin),
  });
}

export default function OwnQuestionPage() {
  const { around, request, formId, question, step, onlyNo, before, name, here, canChange, session } =
    useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const errors = errorsIn(answered);
  const typed = answered?.rejected.values["name"];
  return (
    <OwnPage around={around}>
      <Mistakes errors={errors} />
      {session ? <SessionTold {...session} /> : null}
      {step ? <p className="step">{step}</p> : null}
      <div className="asked">
        <OwnPicture name={pictureOf[question.scope]} />
        <h1>{ownHeadings[question.scope]}</h1>
      </div>
      {question.again ? <p className="told">{againWords[question.again]}</p> : null}
      {question.short ? <ShortLines short={question.short} /> : null}
      {sentencesOf(question.words).map((sentence) => (
        <p key={sentence} className={sentence.endsWith("?") ? "question" : undefined}>
          {sentence}
        </p>
      ))}
      {question.tell.map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
      {onlyNo ? <p>You can only say no now.</p> : null}
      <OwnForm formId={formId} request={request}>
        <input type="hidden" name="asked" value={question.asked} />
        {/* The first button of a form is pressed by the return key too: no answer may be given that way. */}
        <button disabled hidden />
        {question.scope === "name_shown" && here ? <p>Do you want a made-up name? Tell the worker.</p> : null}
        {question.scope === "name_shown" && !onlyNo && !here ? (
          <OwnField
            name="name"
            label="A made-up name, if you like"
            hint="You do not have to write one."
            errors={errors}
            value={typeof typed === "string" ? typed : name}
          />
        ) : null}
        <div className={onlyNo ? "pair single" : "pair"}>
          {onlyNo ? null : (
            <button name="answer" value="yes">
              Yes
            </button>
          )}
          <button name="answer" value="no">
            No
          </button>
        </div>
      </OwnForm>
      {canChange ? (
        <p>
          <a href={paths.ownChange}>Change my mind about other things</a>
        </p>
      ) : null}
      {before || onlyNo ? (
        <p>
          <a href={before && !onlyNo ? paths.ownQuestion(before) : paths.ownPlace}>Go back</a>
        </p>
      ) : null}
    </OwnPage>
  );
}
