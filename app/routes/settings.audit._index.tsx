import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { auditChips } from "~/components/audit-chips";
import { BackLink } from "~/components/back-link";
import { InsetText } from "~/components/callout";
import { DateInput } from "~/components/date-input";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { FilterPanel } from "~/components/filter-panel";
import { PageHeading, Section } from "~/components/page-heading";
import { Pagination } from "~/components/pagination";
import { Select } from "~/components/select";
import { Table } from "~/components/table";
import { TextField } from "~/components/text-field";
import { TextLink } from "~/components/text-link";
import { listAuditChoices, searchAudit } from "~/data/audit-search.server";
import { HOME_ZONE } from "~/domain/time/today";
import { countOf, instantInWords } from "~/domain/time/words";
import { auditWords } from "~/exports/audit-words";
import { spoken } from "~/exports/words";
import { auditQuery, auditValues, readAuditFilter } from "~/forms/audit-filter";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";

export const handle = titled("Audit trail");

const PAGE_SIZE = 50;

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "audit.search");
  const { filter, ignored } = readAuditFilter(new URL(args.request.url).searchParams);
  const { total, events } = await searchAudit(actor, filter, {
    skip: (filter.page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  const { people, kinds } = await listAuditChoices(actor);
  return {
    filter,
    ignored,
    total,
    people: people.map(({ id, name }) => ({ value: id, label: name })),
    kinds: kinds
      .map((kind) => ({ value: kind, label: auditWords(kind) }))
      .sort((a, b) => a.label.localeCompare(b.label, "en")),
    events: events.map(({ seq, at, type, by, session, member, roles, page }) => ({
      seq,
      when: instantInWords(at, HOME_ZONE),
      what: auditWords(type),
      by: by ?? "Greenroom",
      session,
      more: [...(member ? [member] : []), ...(page ? [spoken(page)] : []), roles.map(spoken).join(", ")]
        .filter(Boolean)
        .join(": "),
    })),
  };
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["events"][number];

export default function AuditTrail() {
  const { filter, ignored, total, people, kinds, events } = useLoaderData<typeof loader>();
  const labelOf = (options: { value: string; label: string }[], value: string | null) =>
    options.find((option) => option.value === value)?.label ?? null;
  const chips = auditChips(filter, { who: labelOf(people, filter.who), kind: labelOf(kinds, filter.kind) });
  return (
    <>
      <BackLink to={paths.settings}>Settings</BackLink>
      <PageHeading
        title="Audit trail"
        lead="Everything that was done in your organisation, and who opened pages about young people. Greenroom changes and removes none of it."
      />
      {ignored ? <InsetText>A part of the search could not be read, so it was left out.</InsetText> : null}
      <FilterPanel values={auditValues(filter)} chips={chips} clear={paths.audit}>
        <Select name="who" label="Person" options={[everybody, ...people]} />
        <Select name="kind" label="What happened" options={[anything, ...kinds]} />
        <TextField name="session" label="Session number" width={10} spellCheck={false} />
        <DateInput name="from" label="From" hint="For example, 27 3 2026" />
        <DateInput name="to" label="To" hint="For example, 27 3 2026" />
      </FilterPanel>
      {events.length === 0 ? (
        <EmptyState
          title="Nothing in the trail is like that"
          action={<TextLink to={paths.audit}>Clear filters</TextLink>}
        />
      ) : (
        <>
          <p className="govuk-body app-muted">
            {total >= MOST ? `${MOST} events or more` : countOf(total, "event")}, the latest first ·{" "}
            <a className="govuk-link" href={paths.auditCsv + auditQuery(filter)}>
              Download as CSV
            </a>
          </p>
          <Table
            caption="Events, the latest first"
            hiddenCaption
            rows={events}
            rowKey={keyOf}
            columns={columns}
          />
          <Pagination
            page={filter.page}
            pages={Math.ceil(total / PAGE_SIZE)}
            to={(page) => paths.audit + auditQuery({ ...filter, page })}
          />
        </>
      )}
      <Section heading="Proof that nobody rewrote it">
        <p className="govuk-body">
          Keep a checkpoint somewhere else, as on a memory stick or with your trustees. With it, whoever runs
          Greenroom can show that the trail is still what it was today. It names nobody.
        </p>
        <p className="govuk-body">
          <a className="govuk-link" href={paths.auditCheckpoint} download>
            Download a checkpoint
          </a>
        </p>
      </Section>
    </>
  );
}

const MOST = 10_000;
const everybody = { value: "", label: "Everybody" };
const anything = { value: "", label: "Anything" };
const keyOf = ({ seq }: Shown) => String(seq);

const columns = [
  { heading: "When", cell: ({ when }: Shown) => when },
  { heading: "What", cell: ({ what }: Shown) => what },
  { heading: "About", cell: ({ more }: Shown) => more || "–" },
  { heading: "Who", cell: ({ by }: Shown) => by },
  {
    heading: "Session",
    cell: ({ session }: Shown) =>
      session ? <TextLink to={paths.record(session.id)}>{session.reference}</TextLink> : "–",
  },
];
