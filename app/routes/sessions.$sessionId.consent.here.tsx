import { redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button, LinkButton } from "~/components/button";
import { InsetText, WarningText } from "~/components/callout";
import { Checkboxes } from "~/components/checkboxes";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { Radios } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { findOpenTurns } from "~/data/own-device.server";
import { consentRows } from "~/domain/consent/matrix";
import { linkState } from "~/domain/consent/own-link";
import { viewAt } from "~/domain/readiness/view";
import { countOf } from "~/domain/time/words";
import { formName } from "~/forms/form-name";
import { endDevicesForm, handOverForm, shownChoices } from "~/forms/own-device-forms";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerConfirmed, answerRefusal } from "~/http/answer.server";
import { endedLoginCookie, readLoginCookie } from "~/http/login-cookie.server";
import { deviceCookie } from "~/http/own-device.server";
import { forgetVisit } from "~/http/own-visit.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { signOut } from "~/services/end-login-session.server";
import { endDevices, handOverDevice } from "~/services/hand-over-device.server";

export const handle = titled("Answer here");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, sessionId, record, readiness } = await requireSession(args, "session.edit");
  const view = viewAt(record, readiness.at);
  const open = view.participants.filter((participant) => linkState(view, participant) === "asks");
  const rows = consentRows(view, readiness).filter(({ id }) => open.some((one) => one.id === id));
  return {
    id: sessionId,
    title: record.session.title,
    people: rows.map(({ id, name, code }) => ({
      value: id,
      label: name,
      hint: name === code ? undefined : code,
    })),
    unanswered: rows
      .filter(({ cells }) => cells.some(({ state }) => state === "not_asked"))
      .map(({ id }) => id),
    turns: (await findOpenTurns(actor, sessionId)).length,
  };
}

/** Handing over signs the worker out of this browser: whoever holds the device can do nothing in their name. */
export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.edit");
  if ((await formName(args.request)) === "end") return endAll(args);
  const form = await parseForm(handOverForm, args.request);
  if (!form.ok) return rejected(form);
  const { participantIds, shown } = form.data;
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await handOverDevice(actor, sessionId, participantIds, { submission });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  const { origin } = args.context;
  const token = readLoginCookie(args.request, origin);
  if (token) await signOut(actor, token);
  const { deviceId } = outcome.value;
  const device = { organisationId: actor.organisationId, sessionId, deviceId, shown };
  const headers = new Headers([["Set-Cookie", endedLoginCookie(origin)]]);
  headers.append("Set-Cookie", deviceCookie(device, origin));
  headers.append("Set-Cookie", forgetVisit(origin)["Set-Cookie"]);
  return redirectDocument(paths.answerHere, { status: 303, headers });
}

async function endAll(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.edit");
  const form = await parseForm(endDevicesForm, args.request);
  if (!form.ok) return rejected(form);
  const outcome = await endDevices(actor, sessionId, {
    submission: { id: form.submissionId, content: "end" },
  });
  return answerConfirmed(form, outcome, { to: paths.handOver(sessionId), notice: "saved" });
}

export default function HandOver() {
  const { id, title, people, unanswered, turns } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.consent(id)}>Consent</BackLink>
      {turns > 0 ? (
        <InsetText>
          <p>{`A device is handed over: ${countOf(turns, "young person", "young people")} may still answer on it.`}</p>
          <SchemaForm schema={endDevicesForm} name="end">
            <Button kind="secondary">End it on every device</Button>
          </SchemaForm>
        </InsetText>
      ) : null}
      {people.length === 0 ? (
        <>
          <PageHeading caption={title} title="Answer here" />
          <EmptyState
            title="There is nobody to ask"
            action={<LinkButton to={paths.consent(id)}>Record what they say</LinkButton>}
          >
            Young people answer here before the session starts.
          </EmptyState>
        </>
      ) : (
        <SchemaForm
          schema={handOverForm}
          name="hand-over"
          defaults={{ participantIds: unanswered, shown: "name" }}
        >
          <PageHeading
            caption={title}
            title="Answer here"
            lead="Hand this tablet to young people, one after another. Each answers in private, and nobody sees what another said."
          />
          <Checkboxes name="participantIds" label="Who answers here?" choices={people} />
          <Radios name="shown" label="What do they find themselves by?" choices={[...shownChoices]} />
          <WarningText>
            You are signed out of this tablet when you hand it over. It takes answers for two hours, or until
            it is handed back. Then you sign in again.
          </WarningText>
          <Button>Sign out and hand it over</Button>
        </SchemaForm>
      )}
    </>
  );
}
