import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OwnForm } from "~/components/own-form";
import { OwnPage } from "~/components/own-page";
import { plain } from "~/components/plain";
import { newId } from "~/data/new-id.server";
import { findOwnRecord } from "~/data/own-link-page.server";
import { notTaken, whenForThem } from "~/domain/consent/own-place";
import { onlyNoes, ownAnswerWords, ownHeadings } from "~/domain/consent/own-words";
import { ownAnswersForm } from "~/forms/own-link-forms";
import { parseForm, rejected } from "~/forms/parse-form";
import { refusedAnswer } from "~/http/own-problem";
import { aroundOf, givenAnswers, givenNoes, nextQuestion } from "~/http/own-questions.server";
import { requireSameLink, requireVisit, visitCookie } from "~/http/own-visit.server";
import { paths } from "~/paths";
import { answerThroughLink } from "~/services/answer-through-link.server";
import { newestSeq } from "~/services/record-consent.server";

export const handle = plain("Check your answers");

/** What can be saved now, and else where there is something to do. Once the session has started that is a no alone. */
async function findAnswered(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const own = await requireVisit(args);
  const given = givenAnswers(own);
  const next = nextQuestion(own);
  if (own.state === "asks")
    return { own, given, toSave: given, next: next === paths.ownAnswers ? null : next };
  const noes = givenNoes(own);
  return { own, given, toSave: noes, next: noes.length > 0 ? null : paths.ownPlace };
}

export async function loader(args: LoaderFunctionArgs) {
  const { own, toSave, next } = await findAnswered(args);
  if (next) throw redirect(next);
  return {
    around: aroundOf(own),
    request: own.visit.requestId,
    formId: newId(),
    title: own.view.facts.session.title,
    when: whenForThem(own.view),
    late: own.state !== "asks",
    answers: toSave.map(({ scope, answer }) => ({ scope, answer })),
    name: own.visit.name,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { own, given, toSave, next } = await findAnswered(args);
  const form = await parseForm(ownAnswersForm, args.request);
  if (!form.ok) return rejected(form);
  requireSameLink(own, form.data.request);
  const { origin } = args.context;
  const { owner, visit } = own;
  // Who presses the button again after it was saved has nothing left to answer.
  if (next) return redirect(visit.said ? paths.ownPlace : next, { status: 303 });
  const answers = Object.fromEntries(toSave.map(({ scope, answer }) => [scope, answer]));
  const asked = Object.fromEntries(toSave.map(({ scope, asked: digest }) => [scope, digest]));
  const name = answers["name_shown"] === "yes" ? visit.name : null;
  const content = { answers, asked, name, seen: visit.seen };
  const saved = await answerThroughLink(owner, content, {
    submission: { id: form.submissionId, content },
  });
  if (!saved.ok) throw refusedAnswer(saved.refusal.message);
  const now = await findOwnRecord(owner);
  const seen = now ? newestSeq(now.view.facts.consentEvents, owner.participantId) : visit.seen;
  const left = now ? notTaken(now.view, now.participant, given, visit.seen) : [];
  return redirect(paths.ownPlace, {
    status: 303,
    headers: visitCookie({ ...visit, seen, answers: {}, name: null, said: "saved", left }, origin),
  });
}

export default function CheckOwnAnswers() {
  const { around, request, formId, title, when, late, answers, name } = useLoaderData<typeof loader>();
  return (
    <OwnPage around={around}>
      <h1>Check your answers</h1>
      {late ? <p>{onlyNoes}</p> : null}
      <p>
        <strong>{title}</strong>
        <br />
        {when}
      </p>
      <p>We have not saved anything yet.</p>
      <dl className="answers">
        {answers.map(({ scope, answer }) => (
          <div key={scope}>
            <dt>{ownHeadings[scope]}</dt>
            <dd>
              {ownAnswerWords[answer]}
              {scope === "name_shown" && name ? `, as ${name}. A worker looks at the name first.` : "."}
            </dd>
            <dd>
              <a href={paths.ownQuestion(scope)} aria-label={`Change: ${ownHeadings[scope]}`}>
                Change
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <OwnForm formId={formId} request={request}>
        <button className="main">Save my answers</button>
      </OwnForm>
    </OwnPage>
  );
}
