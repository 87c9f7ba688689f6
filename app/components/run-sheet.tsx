import type { ReactNode } from "react";
import type { RunSheetContent } from "./run-sheet-content";
import { Table } from "./table";

type RunSheetProps = {
  content: RunSheetContent;
  help: { name: string; number: string; forWhom: string }[];
  /** Where to go from a session that may not be run. */
  next: ReactNode;
};

/** The whole sheet, the same on the screen and on one side of A4. */
export function RunSheet({ content, help, next }: RunSheetProps) {
  const { reference, title, organisation, verdict, facts, youngPeople } = content;
  return (
    <article className="app-run-sheet">
      <div role="alert">
        {content.alerts.length > 0 ? (
          <div className="app-run-sheet__verdict app-run-sheet__verdict--stop">
            <p>
              <strong>Somebody changed their mind: do this now</strong>
            </p>
            <ul>
              {content.alerts.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
      <div className={`app-run-sheet__verdict app-run-sheet__verdict--${verdict.run ? "go" : "stop"}`}>
        <p>
          <strong>{verdict.words}</strong>
        </p>
        {verdict.detail ? <p>{verdict.detail}</p> : null}
        {verdict.run ? null : <p className="app-no-print">{next}</p>}
      </div>
      <p className="app-run-sheet__caption">
        Run sheet {reference}, {organisation}
      </p>
      <h1 className="govuk-heading-l">{title}</h1>
      <Pairs rows={facts} />
      <div className="app-run-sheet__columns">
        <div>
          <Part heading="Who does what">
            <Pairs
              rows={content.adults.map(({ role, name, reach }) => [
                role,
                <>
                  <b>{name}</b>
                  {reach ? `, ${reach}` : ""}
                </>,
              ])}
              empty="No adult has a role yet."
            />
          </Part>
          <Part heading="If something goes wrong">
            <p>
              <b>In danger now: 999.</b> Then ring the safeguarding lead on call.
            </p>
            <ul>
              {help.map(({ name, number, forWhom }) => (
                <li key={name}>
                  {name} <b>{number}</b> ({forWhom.toLowerCase()})
                </li>
              ))}
            </ul>
          </Part>
          <Part heading="Report, mute, remove">
            <p>
              <b>{content.looksAfterStream}</b> does it.
            </p>
            <Pairs
              rows={content.platforms.map(({ name, report }) => [name, report])}
              empty="No platform yet."
            />
          </Part>
          <Part heading="Say at the start">
            <ol>
              {content.briefing.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ol>
          </Part>
        </div>
        <div>
          {content.platforms.map(({ name, settings }) => (
            <Part key={name} heading={`Check the settings: ${name}`}>
              <Pairs rows={settings} />
            </Part>
          ))}
          <Part heading="Access">
            <Lines lines={content.access} empty="Nothing is recorded." />
          </Part>
          <Part heading="Content">
            <Lines lines={content.content} empty="No topic is recorded." />
          </Part>
          <Part heading="Recording">
            <Lines lines={content.recording} empty="" />
          </Part>
        </div>
      </div>
      {youngPeople ? (
        <YoungPeople rows={youngPeople} />
      ) : (
        <Part heading="Young people">The audience is not named.</Part>
      )}
    </article>
  );
}

function YoungPeople({ rows }: { rows: NonNullable<RunSheetContent["youngPeople"]> }) {
  if (rows.length === 0) return <Part heading="Young people">Nobody has been added yet.</Part>;
  return (
    <Part heading="Young people">
      <Table
        caption="Young people by session code"
        hiddenCaption
        columns={[
          { heading: "Code", cell: ({ code }) => code },
          { heading: "Name shown", cell: ({ name }) => name },
          { heading: "Off for them", cell: ({ off }) => off },
          { heading: "Joins by", cell: (row) => row.joins },
          { heading: "Needs", cell: ({ needs }) => needs || "None told" },
        ]}
        rows={rows}
        rowKey={({ code }) => code}
      />
    </Part>
  );
}

function Part({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="app-run-sheet__part">
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

function Pairs({ rows, empty = "" }: { rows: [string, ReactNode][]; empty?: string }) {
  if (rows.length === 0) return <p>{empty}</p>;
  return (
    <dl>
      {rows.map(([key, value], at) => (
        <div key={at}>
          <dt>{key}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ lines, empty }: { lines: string[]; empty: string }) {
  if (lines.length === 0) return <p>{empty}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
