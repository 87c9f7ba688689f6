import { isComplete, type Lacking } from "~/domain/people/lacking";
import { countOf } from "~/domain/time/words";
import { ToneIcon } from "./icon";
import { Table } from "./table";
import { TextLink } from "./text-link";

export type ParticipantRow = {
  id: string;
  code: string;
  name: string | null;
  age: number | null;
  joins: string | null;
  lacking: Lacking;
  /** Where each part is mended; null for who may only look. */
  links: { person: string; consent: string; briefing: string } | null;
};

/** Who takes part, by session code, and what each still lacks. */
export function ParticipantTable({ rows }: { rows: ParticipantRow[] }) {
  return (
    <Table
      caption="Who takes part, and what is still missing"
      hiddenCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { heading: "Young person", cell: (row) => <Who {...row} /> },
        { heading: "Age on the day", cell: ({ age }) => age ?? "Not known" },
        { heading: "How they join", cell: ({ joins }) => joins ?? "Not known" },
        { heading: "Still missing", cell: (row) => <StillMissing {...row} /> },
      ]}
    />
  );
}

function Who({ code, name, links }: ParticipantRow) {
  const shown = name ?? "No name to show yet";
  return (
    <>
      {links ? <TextLink to={links.person}>{shown}</TextLink> : shown}
      <span className="app-code">{code}</span>
    </>
  );
}

function StillMissing({ lacking, links, name, code }: ParticipantRow) {
  if (isComplete(lacking)) {
    return (
      <span className="app-marked">
        <ToneIcon tone="met" className="app-mark" />
        Nothing
      </span>
    );
  }
  const about = `of ${name ?? code}`;
  const { person, answers, briefing } = lacking;
  return (
    <ul className="app-plain-list">
      {person.map(({ text, blocks, wrong }) => (
        <li key={text} className="app-marked">
          <ToneIcon tone={!blocks ? "warns" : wrong ? "not_met" : "not_answered"} className="app-mark" />
          {text}
        </li>
      ))}
      {answers > 0 ? (
        <li className="app-marked">
          <ToneIcon tone="not_answered" className="app-mark" />
          <Linked to={links?.consent} about={about}>{`Consent: ${countOf(answers, "answer")}`}</Linked>
        </li>
      ) : null}
      {briefing ? (
        <li className="app-marked">
          <ToneIcon tone="not_answered" className="app-mark" />
          <Linked to={links?.briefing} about={about}>
            Briefing
          </Linked>
        </li>
      ) : null}
    </ul>
  );
}

function Linked({ to, about, children }: { to: string | undefined; about: string; children: string }) {
  if (!to) return <>{children}</>;
  return (
    <TextLink to={to} about={about}>
      {children}
    </TextLink>
  );
}
