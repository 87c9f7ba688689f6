import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { errorsIn, Mistakes, OwnForm } from "~/components/own-form";
import { nobodyKnown, OwnPage } from "~/components/own-page";
import { plain } from "~/components/plain";
import { newId } from "~/data/new-id.server";
import { findOwnRecord } from "~/data/own-link-page.server";
import { turnForm } from "~/forms/own-device-forms";
import { parseForm, rejected } from "~/forms/parse-form";
import { endedDeviceCookie, requireDevice } from "~/http/own-device.server";
import { linkProblem } from "~/http/own-problem";
import { forgetVisit, visitCookie } from "~/http/own-visit.server";
import { paths } from "~/paths";
import { handBackDevice } from "~/services/hand-over-device.server";
import { newestSeq } from "~/services/record-consent.server";

export const handle = plain("Who answers now?");

/** Whose turn it may be. Opening it ends the visit of whoever was before. */
export async function loader(args: LoaderFunctionArgs) {
  const { publicName, people } = await requireDevice(args);
  const page = {
    publicName,
    formId: newId(),
    people: people.map(({ requestId, who }) => ({ requestId, who })),
  };
  return Response.json(page, { headers: forgetVisit(args.context.origin) });
}

export async function action(args: ActionFunctionArgs) {
  const { device, people } = await requireDevice(args);
  const { origin } = args.context;
  const form = await parseForm(turnForm, args.request);
  if (!form.ok) return rejected({ errors: form.errors, values: {} });
  const { turn } = form.data;
  if (turn === "back") {
    await handBackDevice(device);
    const headers = new Headers([["Set-Cookie", endedDeviceCookie(origin)]]);
    headers.append("Set-Cookie", forgetVisit(origin)["Set-Cookie"]);
    return redirect(paths.handedBack, { status: 303, headers });
  }
  const person = people.find(({ requestId }) => requestId === turn);
  if (!person) throw linkProblem("turn_over");
  const { organisationId, sessionId } = device;
  const { requestId, participantId } = person;
  const found = await findOwnRecord({ organisationId, sessionId, requestId, participantId });
  if (!found) throw linkProblem("turn_over");
  const seen = newestSeq(found.view.facts.consentEvents, participantId);
  const visit = { requestId, seen, answers: {}, name: null, said: null };
  return redirect(paths.ownPlace, { status: 303, headers: visitCookie(visit, origin) });
}

type Page = { publicName: string | null; formId: string; people: { requestId: string; who: string }[] };

export default function AnswerHere() {
  const { publicName, formId, people } = useLoaderData<Page>();
  const errors = errorsIn(useActionData<typeof action>());
  return (
    <OwnPage around={{ ...nobodyKnown, publicName }}>
      <Mistakes errors={errors} />
      <h1>{people.length > 0 ? "Who are you?" : "Nobody else answers here"}</h1>
      {people.length > 0 ? (
        <>
          <p>Press your own name. Then answer by yourself.</p>
          <OwnForm formId={formId}>
            {/* The first button of a form is pressed by the return key too: nobody is chosen that way. */}
            <button disabled hidden />
            {people.map(({ requestId, who }) => (
              <button key={requestId} name="turn" value={requestId}>
                {who}
              </button>
            ))}
          </OwnForm>
        </>
      ) : (
        <p>Thank you. Give the tablet to the worker.</p>
      )}
      <OwnForm formId={formId}>
        <button name="turn" value="back" className={people.length > 0 ? "aside" : "main"}>
          Hand the tablet back
        </button>
      </OwnForm>
    </OwnPage>
  );
}
