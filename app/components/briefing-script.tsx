import type { ScriptLine } from "~/domain/briefing/points";

/** What is read aloud, point by point. */
export function BriefingScript({ lines }: { lines: ScriptLine[] }) {
  return (
    <ol className="app-script">
      {lines.map(({ point, heading, words, also }) => (
        <li key={point}>
          <h3 className="govuk-heading-s">{heading}</h3>
          <p className="govuk-body">{words}</p>
          {also.map((sentence) => (
            <p key={sentence} className="govuk-body">
              {sentence}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
