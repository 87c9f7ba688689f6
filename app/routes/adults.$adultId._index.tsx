import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { Temporal } from "temporal-polyfill";
import { AdultStanding } from "~/components/adult-standing";
import { adultHistory, adultSummary } from "~/components/adult-summary";
import { BackLink } from "~/components/back-link";
import { InsetText, WarningText } from "~/components/callout";
import { Card } from "~/components/card";
import { Fold } from "~/components/details";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { SummaryList } from "~/components/summary-list";
import { Tag } from "~/components/tag";
import { TextLink } from "~/components/text-link";
import { adultStanding } from "~/domain/people/adult-standing";
import { requireAdult } from "~/http/adult-page.server";
import { paths } from "~/paths";

export const handle = titled<{ summary: { name: string } }>(({ summary }) => summary.name);

export async function loader(args: LoaderFunctionArgs) {
  const page = await requireAdult(args);
  const today = Temporal.Now.plainDateISO("Europe/London");
  return {
    summary: adultSummary(page),
    history: adultHistory(page),
    standing: adultStanding(page.adult, page.statements, page.policy, today),
    alike: page.alike,
    mayEdit: page.mayEdit,
    mayState: page.mayEdit || page.isThemselves,
  };
}

export default function AdultRecord() {
  const { summary, history, standing, alike, mayEdit, mayState } = useLoaderData<typeof loader>();
  const { id, name, stoodDown } = summary;
  const change = (what: string) =>
    mayEdit ? [{ text: "Change", to: paths.changeAdult(id), about: what }] : [];
  return (
    <>
      <BackLink to={paths.adults}>Adults</BackLink>
      <PageHeading
        caption="Adult"
        title={name}
        tags={stoodDown ? <Tag colour="grey">Stood down</Tag> : null}
      />
      {stoodDown ? (
        <InsetText>{name} does not work with young people at present. No reason is held here.</InsetText>
      ) : null}
      {alike.map((other) => (
        <Alike key={other.id} id={id} name={name} other={other} mayEdit={mayEdit} />
      ))}
      <SummaryList
        rows={[
          { key: "Name", value: name, actions: change("the name") },
          { key: "Contact email", value: summary.email, actions: change("the contact email") },
          { key: "18 or over", value: summary.over18, actions: change("whether they are 18 or over") },
          { key: "Account in Greenroom", value: summary.account },
        ]}
      />
      <Part
        heading="Vetting"
        standing={<AdultStanding standing={standing.vetting} />}
        link={
          mayEdit
            ? {
                to: paths.adultVetting(id),
                text: summary.vetted ? "Record a new check or status check" : "Record a check",
              }
            : null
        }
        entries={history.vetting}
        empty="No check is on record. Never upload or copy a certificate: the scheme, level and dates are enough."
      />
      <Part
        heading="Safeguarding training"
        standing={<AdultStanding standing={standing.training} />}
        link={mayEdit ? { to: paths.adultTraining(id), text: "Record training" } : null}
        entries={history.training}
        empty="No training is on record."
      />
      <Part
        heading="Statements on social media"
        standing={<AdultStanding standing={standing.statements} />}
        link={mayState ? { to: paths.adultStatements(id), text: "Record or renew the statements" } : null}
        entries={history.statements}
        empty="Nothing has been stated yet. Three statements hold for every session and are renewed together."
      />
      {mayEdit ? (
        <p className="govuk-body app-no-print">
          <TextLink to={paths.standDown(id)}>
            {stoodDown ? `Bring ${name} back` : `Stand ${name} down`}
          </TextLink>
        </p>
      ) : null}
    </>
  );
}

type AlikeProps = { id: string; name: string; other: { id: string; name: string }; mayEdit: boolean };

function Alike({ id, name, other, mayEdit }: AlikeProps) {
  return (
    <>
      <WarningText>
        {name} and {other.name} share an email address. One person cannot count twice.
      </WarningText>
      <p className="govuk-body app-card-actions app-no-print">
        <TextLink to={paths.adult(other.id)}>See {other.name}</TextLink>
        {mayEdit ? (
          <TextLink to={paths.twoPeople(id, other.id)}>State that they are two people</TextLink>
        ) : null}
      </p>
    </>
  );
}

type PartProps = {
  heading: string;
  standing: ReactNode;
  link: { to: string; text: string } | null;
  /** Newest first. */
  entries: { id: string; title: string; facts: string[] }[];
  empty: string;
};

function Part({ heading, standing, link, entries, empty }: PartProps) {
  const [newest, ...earlier] = entries;
  return (
    <Section heading={heading}>
      {newest ? <p className="govuk-body">Good until: {standing}</p> : null}
      <Card title={newest ? newest.title : undefined}>
        {newest ? (
          <>
            <FactList facts={newest.facts} />
          </>
        ) : (
          <p className="govuk-body">{empty}</p>
        )}
        {link ? (
          <p className="govuk-body app-no-print">
            <TextLink to={link.to}>{link.text}</TextLink>
          </p>
        ) : null}
      </Card>
      {earlier.length > 0 ? (
        <Fold summary={`Earlier (${earlier.length})`}>
          {earlier.map((entry) => (
            <Card key={entry.id} title={entry.title}>
              <FactList facts={entry.facts} />
            </Card>
          ))}
        </Fold>
      ) : null}
    </Section>
  );
}

function FactList({ facts }: { facts: string[] }) {
  return (
    <ul className="govuk-list">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
