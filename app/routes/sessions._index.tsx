import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { InsetText } from "~/components/callout";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { FilterPanel } from "~/components/filter-panel";
import { PageHeading } from "~/components/page-heading";
import { Pagination } from "~/components/pagination";
import { Select } from "~/components/select";
import { SessionCard, sessionCard } from "~/components/session-card";
import { sessionChips } from "~/components/session-chips";
import { TextLink } from "~/components/text-link";
import { findSessionListPage } from "~/data/session-list.server";
import { may } from "~/domain/permissions";
import { statusWords } from "~/domain/session/status";
import { countOf } from "~/domain/time/words";
import { kindWords, readSessionFilter, sessionQuery, whenWords } from "~/forms/session-filter";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";

export const handle = titled("Sessions");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "session.view");
  const { filter, ignored } = readSessionFilter(new URL(args.request.url).searchParams);
  const { sessions, pages, total } = await findSessionListPage(actor, filter);
  return {
    filter,
    ignored,
    pages,
    total,
    mayPlan: may(actor, "session.plan"),
    sessions: sessions.map(sessionCard),
  };
}

export default function Sessions() {
  const { filter, ignored, pages, total, mayPlan, sessions } = useLoaderData<typeof loader>();
  const plan = mayPlan ? <LinkButton to={paths.newSession}>Plan a session</LinkButton> : null;
  const { when, kind, status, page } = filter;
  const narrowed = kind !== null || status !== null;
  const values = { when, kind: kind ?? "", status: status ?? "" };
  return (
    <>
      <PageHeading title="Sessions" />
      {ignored ? (
        <InsetText>A part of the address could not be read, so it was left out of the filters.</InsetText>
      ) : null}
      {sessions.length > 0 || narrowed || when === "past" ? plan : null}
      <FilterPanel values={values} chips={sessionChips(filter)} clear={paths.sessions}>
        <Select name="when" label="When" options={optionsOf(whenWords)} />
        <Select name="kind" label="Kind" options={[any, ...optionsOf(kindWords)]} />
        <Select name="status" label="Status" options={[any, ...optionsOf(statusWords)]} />
      </FilterPanel>
      {sessions.length > 0 ? (
        <>
          <p className="govuk-body app-muted">
            {countOf(total, "session")}, {when === "past" ? "the latest first" : "the soonest first"}
            {when === "upcoming" ? (
              <>
                {" "}
                ·{" "}
                <TextLink to={paths.sessions + sessionQuery({ ...filter, when: "past", page: 1 })}>
                  Past sessions
                </TextLink>
              </>
            ) : null}
          </p>
          <ul className="app-session-list">
            {sessions.map((session) => (
              <li key={session.id}>
                <SessionCard session={session} />
              </li>
            ))}
          </ul>
          <Pagination
            page={page}
            pages={pages}
            to={(to) => paths.sessions + sessionQuery({ ...filter, page: to })}
          />
        </>
      ) : (
        <Nothing narrowed={narrowed || page > 1} past={when === "past"} plan={plan} />
      )}
    </>
  );
}

const any = { value: "", label: "All" };

function optionsOf(words: Record<string, string>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

function Nothing({ narrowed, past, plan }: { narrowed: boolean; past: boolean; plan: React.ReactNode }) {
  if (narrowed) {
    return (
      <EmptyState
        title="No session is like that"
        action={<TextLink to={paths.sessions}>Clear filters</TextLink>}
      >
        Take a filter away to see more.
      </EmptyState>
    );
  }
  if (past) {
    return (
      <EmptyState
        title="No past sessions"
        action={<TextLink to={paths.sessions}>Upcoming sessions</TextLink>}
      />
    );
  }
  return (
    <EmptyState title="No sessions to come" action={plan}>
      <ol className="app-steps">
        <li>Make a draft: four answers are enough.</li>
        <li>See what is still missing, and put it right at your own pace.</li>
        <li>Mark it ready, and a manager signs it off.</li>
      </ol>
      <p>
        <TextLink to={`${paths.sessions}?when=past`}>Past sessions</TextLink>
      </p>
    </EmptyState>
  );
}
