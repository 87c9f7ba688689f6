import { Fold } from "./details";
import { Section } from "./page-heading";
import type { ReadinessFindings, ShownFinding, ShownRequirement } from "./readiness-findings";
import { ReadinessRow, ReadinessRows } from "./readiness-row";

/** What stands in the way, what the manager is asked, what is worth a look; then every requirement, folded away. */
export function ReadinessAnswer({ findings }: { findings: ReadinessFindings }) {
  const { putRight, agreement, look, requirements } = findings;
  const beginning = (letter: string) => requirements.filter(({ id }) => id.startsWith(letter));
  return (
    <>
      <Findings id="put-right" heading="Put right" rows={putRight} />
      <Findings id="agreement" heading="Needs your manager's agreement" rows={agreement} />
      <Findings id="look" heading="Worth a look" rows={look} />
      <Section heading="Every requirement" id="all">
        <Requirements heading="What the NSPCC and Youth Access ask" rows={beginning("R")} />
        <Requirements heading="Good practice from elsewhere" rows={beginning("B")} />
      </Section>
    </>
  );
}

export function Findings({ heading, id, rows }: { heading: string; id: string; rows: ShownFinding[] }) {
  if (rows.length === 0) return null;
  return (
    <Section heading={heading} id={id}>
      <ReadinessRows>
        {rows.map((row) => (
          <ReadinessRow key={row.heading + row.why} {...row} />
        ))}
      </ReadinessRows>
    </Section>
  );
}

function Requirements({ heading, rows }: { heading: string; rows: ShownRequirement[] }) {
  const inPlace = rows.filter(({ tone }) => ["met", "accepted", "not_applicable"].includes(tone)).length;
  return (
    <Fold summary={`${heading}: ${inPlace} of ${rows.length} in place`}>
      <ReadinessRows>
        {rows.map(({ title, ...row }) => (
          <ReadinessRow key={row.id} {...row} heading={title} />
        ))}
      </ReadinessRows>
    </Fold>
  );
}
