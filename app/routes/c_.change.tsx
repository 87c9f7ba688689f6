import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { errorsIn, Mistakes, OwnForm } from "~/components/own-form";
import { CallNow, OwnPage } from "~/components/own-page";
import { plain } from "~/components/plain";
import { findOwnRecord } from "~/data/own-link-page.server";
import { newId } from "~/data/new-id.server";
import { liveCall } from "~/domain/consent/own-place";
import { ownHeadings } from "~/domain/consent/own-words";
import { ownYes } from "~/domain/consent/withdrawal";
import { ownChangeForm } from "~/forms/own-link-forms";
import { parseForm, refused, rejected } from "~/forms/parse-form";
import { refusedAnswer } from "~/http/own-problem";
import { aroundOf } from "~/http/own-questions.server";
import { requireSameLink, requireVisit, tellsNothing, visitCookie } from "~/http/own-visit.server";
import { paths } from "~/paths";
import { changeMindThroughLink } from "~/services/answer-through-link.server";
import { newestSeq } from "~/services/record-consent.server";

export const handle = plain("Change my mind");

const TICK = "Tick what you want to say no to";

export async function loader(args: LoaderFunctionArgs) {
  const own = await requireVisit(args);
  const { view, participant, state, visit } = own;
  const scopes = ownYes(view, participant).map(({ scope }) => scope);
  if (state === "cancelled" || state === "over" || scopes.length === 0 || tellsNothing(own))
    throw redirect(paths.ownPlace);
  return { around: aroundOf(own), request: visit.requestId, formId: newId(), scopes, call: liveCall(view) };
}

export async function action(args: ActionFunctionArgs) {
  const own = await requireVisit(args);
  if (tellsNothing(own)) throw redirect(paths.ownPlace);
  const form = await parseForm(ownChangeForm, args.request);
  if (!form.ok) return rejected(form);
  const { request, what, scopes } = form.data;
  requireSameLink(own, request);
  const { owner, visit } = own;
  const submission = { id: form.submissionId, content: { what, scopes } };
  const changed = await changeMindThroughLink(owner, what === "all" ? "everything" : scopes, { submission });
  if (!changed.ok) {
    const { code, message } = changed.refusal;
    if (code === "nothing_to_withdraw") return refused(form, { name: "scopes", message: TICK });
    throw refusedAnswer(message);
  }
  const now = await findOwnRecord(owner);
  const seen = now ? newestSeq(now.view.facts.consentEvents, owner.participantId) : visit.seen;
  return redirect(paths.ownPlace, {
    status: 303,
    headers: visitCookie({ ...visit, seen, answers: {}, name: null, said: "changed" }, args.context.origin),
  });
}

export default function ChangeMyMind() {
  const { around, request, formId, scopes, call } = useLoaderData<typeof loader>();
  const errors = errorsIn(useActionData<typeof action>());
  return (
    <OwnPage around={around}>
      <Mistakes errors={errors} />
      <h1>Change my mind</h1>
      <CallNow number={call} />
      <p>It is your choice. You do not have to say why.</p>
      <OwnForm formId={formId} request={request}>
        <fieldset id="scopes" tabIndex={-1}>
          <legend>What do you want to say no to now?</legend>
          {scopes.map((scope) => (
            <div className="tick" key={scope}>
              <input type="checkbox" id={scope} name="scopes" value={scope} />
              <label htmlFor={scope}>{ownHeadings[scope]}</label>
            </div>
          ))}
        </fieldset>
        <button name="what" value="some">
          Say no to what I ticked
        </button>
        <button name="what" value="all">
          Say no to everything
        </button>
      </OwnForm>
      <p>
        <a href={paths.ownPlace}>Go back. Change nothing</a>
      </p>
    </OwnPage>
  );
}
