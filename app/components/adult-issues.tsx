import { lowerFirst } from "~/domain/readiness/fix-words";
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
          <div className="app-issues__text">
            <p>
              <strong>{text}.</strong> {why}
            </p>
            {mayEdit && fixes.length > 0 ? <Fixes fixes={fixes} about={text} /> : null}
          </div>
          <Tag colour={tags[kind].colour}>{tags[kind].word}</Tag>
        </li>
      ))}
    </ul>
  );
}

function Fixes({ fixes, about }: { fixes: AdultIssue["fixes"]; about: string }) {
  return (
    <p className="app-no-print">
      {fixes.map(({ text, to }, at) => (
        <span key={text}>
          {at > 0 ? " or " : ""}
          <TextLink to={to} about={`(${about})`}>
            {at > 0 ? lowerFirst(text) : text}
          </TextLink>
        </span>
      ))}
    </p>
  );
}
