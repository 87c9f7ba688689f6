import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Temporal } from "temporal-polyfill";
import { BackLink } from "~/components/back-link";
import { LinkButton } from "~/components/button";
import { ConsentMatrix } from "~/components/consent-matrix";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { HeroAction, PageHeading } from "~/components/page-heading";
import { PrintSheet } from "~/components/print-sheet";
import { TextLink } from "~/components/text-link";
import { listWhoLeft } from "~/data/who-left.server";
import { decidableIn } from "~/domain/consent/decisions";
import { columnsOf, consentRows } from "~/domain/consent/matrix";
import { whoCanHaveLinks } from "~/domain/consent/own-link";
import { nameOf, viewAt } from "~/domain/readiness/view";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";

export const handle = titled("Consent");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, record, readiness, mayEdit, mayDo } = await requireSession(args);
  const { id, title, reference } = record.session;
  const view = viewAt(record, readiness.at);
  const rows = consentRows(view, readiness);
  const links = whoCanHaveLinks(view);
  const mayWithdraw = mayDo("consent.withdraw");
  const begun = Temporal.Instant.compare(view.at, view.start) >= 0;
  const left = mayWithdraw && begun ? await listWhoLeft(actor, record) : [];
  const next = rows.find(({ cells }) => cells.some(({ state }) => state === "not_asked")) ?? null;
  return {
    id,
    title,
    reference,
    mayEdit,
    links: mayEdit && links.people.length > 0 ? (links.started ? "after" : "before") : null,
    mayWithdraw,
    left: left.map((participant) => ({ id: participant.id, name: nameOf(participant) })),
    toDecide: mayDo("session.consider") ? decidableIn(view) : [],
    rows,
    columns: columnsOf(rows),
    next: next && { id: next.id, name: next.name },
  };
}

export default function Consent() {
  const page = useLoaderData<typeof loader>();
  const { id, title, reference, mayEdit, links, mayWithdraw, left, toDecide, rows, columns, next } = page;
  const recordAt = mayEdit
    ? { to: (who: string) => paths.recordConsent(id, who), what: "record an answer" }
    : { to: (who: string) => paths.changeOfMind(id, who), what: "record a change of mind" };
  return (
    <>
      <BackLink to={paths.session(id)}>{title}</BackLink>
      <PrintSheet reference={`${reference} consent`}>
        <PageHeading
          title="Consent"
          lead="Only what this session really does is asked about. A no is simply no: switch something off for them instead, and ask nobody to change it."
        />
        {mayEdit && next ? (
          <HeroAction>
            <LinkButton
              to={paths.recordConsent(id, next.id)}
            >{`Record what ${next.name} answers`}</LinkButton>
          </HeroAction>
        ) : null}
        {links === "after" ? (
          <p className="govuk-body app-no-print">
            Their links take a no and a change of mind: see{" "}
            <TextLink to={paths.ownLinks(id)}>who has a link</TextLink>, or{" "}
            <TextLink to={paths.askForAnswers(id)}>make a new one</TextLink>.
          </p>
        ) : null}
        {links === "before" ? (
          <p className="govuk-body app-no-print">
            They can answer for themselves, on a phone:{" "}
            <TextLink to={paths.askForAnswers(id)}>ask by link</TextLink>. See{" "}
            <TextLink to={paths.ownLinks(id)}>who has a link</TextLink>. Or they{" "}
            <TextLink to={paths.handOver(id)}>answer here</TextLink>, on this device.
          </p>
        ) : null}
        {mayEdit && rows.length > 0 ? (
          <p className="govuk-body app-no-print">
            On paper: <TextLink to={paths.paperForms(id)}>print the forms</TextLink>, and{" "}
            <TextLink to={paths.recordFromPaper(id)}>record from a paper form</TextLink>.
          </p>
        ) : null}
        {!mayEdit && mayWithdraw && rows.length > 0 ? (
          <p className="govuk-body app-no-print">
            Has somebody told you that they changed their mind? Choose their name and record it now: that is
            never wrong. Answers are recorded by the planner.
          </p>
        ) : null}
        {rows.length === 0 ? (
          <EmptyState
            title="Nobody can be asked yet"
            action={
              mayEdit ? (
                <LinkButton to={paths.participants(id)}>Add the young people who take part</LinkButton>
              ) : null
            }
          >
            Consent is asked of each young person by name.
          </EmptyState>
        ) : (
          <ConsentMatrix
            rows={rows}
            columns={columns}
            recordAt={mayEdit || mayWithdraw ? recordAt : null}
            decide={{ ids: toDecide, to: (who) => paths.decideConsent(id, who) }}
          />
        )}
        {left.length > 0 ? (
          <div className="app-no-print">
            <p className="govuk-body">
              Taken off the list since the session began. They can still change their mind:
            </p>
            <ul className="govuk-list govuk-list--bullet">
              {left.map(({ id: who, name }) => (
                <li key={who}>
                  <TextLink
                    to={paths.changeOfMind(id, who)}
                  >{`Record that ${name} changed their mind`}</TextLink>
                  {mayEdit ? (
                    <>
                      , or{" "}
                      <TextLink to={paths.consentHistory(id, who)} about={name}>
                        see what they answered
                      </TextLink>
                    </>
                  ) : null}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </PrintSheet>
    </>
  );
}
