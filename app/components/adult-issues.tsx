import type { AdultIssue } from "./session-adults";
import { Tag, type TagColour } from "./tag";
import { TextLink } from "./text-link";

const tags: Record<AdultIssue["kind"], { word: string; colour: TagColour }> = {
  wrong: { word: "Not met", colour: "red" },
  silent: { word: "Not answered", colour: "blue" },
  for_approver: { word: "Manager to agree", colour: "yellow" },
  advice: { word: "Worth a look", colour: "yellow" },
};

/** What is still missing, each with the fact behind it and the ways to put it right. */
export function AdultIssues({ issues, mayEdit }: { issues: AdultIssue[]; mayEdit: boolean }) {
  if (issues.length === 0) return null;
  return (
    <ul className="app-issues">
      {issues.map(({ kind, text, why, fixes }) => (
        <li key={text} className="app-issues__item">
          <Tag colour={tags[kind].colour}>{tags[kind].word}</Tag>
          <p className="app-issues__text">
            <strong>{text}.</strong> {why}
          </p>
          {mayEdit && fixes.length > 0 ? (
            <p className="app-issues__fixes app-no-print">
              {fixes.map((fix, at) => (
                <span key={fix.to}>
                  {at > 0 ? " or " : ""}
                  <TextLink to={fix.to} about={`(${text})`}>
                    {at > 0 ? lower(fix.text) : fix.text}
                  </TextLink>
                </span>
              ))}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
