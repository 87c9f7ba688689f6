import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Temporal } from "temporal-polyfill";
import { AdultStanding } from "~/components/adult-standing";
import { LinkButton } from "~/components/button";
import { InsetText } from "~/components/callout";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { HeroAction, PageHeading } from "~/components/page-heading";
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { TextLink } from "~/components/text-link";
import { listAdults, type AdultList } from "~/data/adults.server";
import { adultStanding } from "~/domain/people/adult-standing";
import { may } from "~/domain/permissions";
import { countOf } from "~/domain/time/words";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";

export const handle = titled("Adults");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "adult.view");
  const now = Temporal.Now.zonedDateTimeISO("Europe/London");
  const list = await listAdults(actor, now.toInstant().toString());
  return { rows: rowsOf(list, now.toPlainDate()), mayEdit: may(actor, "adult.edit") };
}

function rowsOf({ adults, policy }: AdultList, today: Temporal.PlainDate) {
  return adults.map(({ adult, statements }) => ({
    id: adult.id,
    name: adult.name,
    stoodDown: adult.stoodDownAt !== null,
    under18: adult.over18?.answer === false,
    over18Missing: adult.over18 === null,
    ...adultStanding(adult, statements, policy, today),
  }));
}

type Row = ReturnType<typeof rowsOf>[number];

const parts = (row: Row) => [row.vetting, row.training, row.statements];

export default function Adults() {
  const { rows, mayEdit } = useLoaderData<typeof loader>();
  const atWork = rows.filter(({ stoodDown }) => !stoodDown);
  const count = (state: string) =>
    atWork.filter((row) => parts(row).some((part) => part.state === state)).length;
  const ending = count("ending");
  const over = count("over");
  return (
    <>
      <PageHeading
        title="Adults"
        lead="Everybody who may have a part in a session, and how long their checks hold."
      />
      {mayEdit && rows.length > 0 ? (
        <HeroAction>
          <LinkButton to={paths.addAdult}>Add an adult</LinkButton>
        </HeroAction>
      ) : null}
      {over + ending > 0 ? (
        <InsetText>
          {over > 0 ? `Something is out of date for ${countOf(over, "adult")}. ` : ""}
          {ending > 0 ? `Something runs out in the next 60 days for ${countOf(ending, "adult")}.` : ""}
        </InsetText>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState
          title="No adults on record yet"
          action={mayEdit ? <LinkButton to={paths.addAdult}>Add an adult</LinkButton> : null}
        >
          Put everybody on record once: hosts, observers, the safeguarding lead. Each session then chooses
          from here.
        </EmptyState>
      ) : (
        <Table
          caption="Adults, with the last good day of each check"
          hiddenCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { heading: "Name", cell: (row) => <Name row={row} /> },
            { heading: "Vetting good until", cell: (row) => <AdultStanding standing={row.vetting} /> },
            { heading: "Training good until", cell: (row) => <AdultStanding standing={row.training} /> },
            { heading: "Statements good until", cell: (row) => <AdultStanding standing={row.statements} /> },
          ]}
        />
      )}
    </>
  );
}

function Name({ row }: { row: Row }) {
  return (
    <>
      <TextLink to={paths.adult(row.id)}>{row.name}</TextLink>{" "}
      {row.stoodDown ? <Tag colour="grey">Stood down</Tag> : null}
      {row.under18 ? <Tag colour="red">Under 18</Tag> : null}
      {row.over18Missing ? <Tag colour="blue">18 or over not stated</Tag> : null}
    </>
  );
}
