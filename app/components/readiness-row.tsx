import type { ReactNode } from "react";
import { ToneIcon, type Tone } from "./icon";
import { Tag, type TagColour } from "./tag";
import { TextLink } from "./text-link";

/** A way to put it right: a link that does it or goes there, or words where someone else has to. */
export type RowFix = { text: string; to: string | null };
/** One of several things that are wrong with one requirement. */
export type RowPoint = { heading: string; text: string; fixes: RowFix[] };

export type ReadinessRowProps = {
  tone: Tone;
  /** What is wrong or right about whom or what, in a sentence that a volunteer understands. */
  heading: string;
  /** The fact behind it. */
  why?: ReactNode;
  points?: RowPoint[];
  fixes?: RowFix[];
  /** Whose rule, how strong, from when: "NSPCC: check age limits (do)", "YouTube's terms, checked 1 October 2026". */
  source?: string[];
  /** Another word than the state's own. */
  word?: string | undefined;
  /** Where links to this row lead. */
  id?: string;
  level?: 3 | 4;
};

const WORDS: Record<Tone, { word: string; colour: TagColour; modifier: string }> = {
  not_met: { word: "Not met", colour: "red", modifier: "not-met" },
  not_answered: { word: "Not answered", colour: "blue", modifier: "not-answered" },
  ask: { word: "Manager to agree", colour: "yellow", modifier: "ask" },
  warns: { word: "Worth a look", colour: "yellow", modifier: "warns" },
  met: { word: "Met", colour: "green", modifier: "met" },
  accepted: { word: "Accepted with a reason", colour: "green", modifier: "accepted" },
  not_applicable: { word: "Does not apply", colour: "grey", modifier: "none" },
};

export function ReadinessRow(props: ReadinessRowProps) {
  const { tone, heading, why, points = [], fixes = [], source = [], id, level = 3 } = props;
  const { word, colour, modifier } = WORDS[tone];
  const Heading = level === 3 ? "h3" : "h4";
  return (
    <li className={`app-row app-row--${modifier}`} id={id}>
      <ToneIcon tone={tone} />
      <Heading className="app-row__title">{heading}</Heading>
      <div className="app-row__tag">
        <Tag colour={colour}>{props.word ?? word}</Tag>
      </div>
      <div className="app-row__body">
        {typeof why === "string" && why ? <p>{why}</p> : why}
        {points.length > 0 ? <Points points={points} /> : null}
        {fixes.length > 0 ? <Fixes fixes={fixes} about={`(${heading})`} /> : null}
        {source.length > 0 ? <p className="app-row__source">{source.join(" · ")}</p> : null}
      </div>
    </li>
  );
}

/** Rows in order; screen readers hear how many there are. */
export function ReadinessRows({ children }: { children: ReactNode }) {
  return <ul className="app-readiness">{children}</ul>;
}

function Points({ points }: { points: RowPoint[] }) {
  return (
    <ul className="app-row__points">
      {points.map(({ heading, text, fixes }) => (
        <li key={heading + text}>
          <span>
            <b>{heading}.</b> {text}
          </span>
          {fixes.length > 0 ? <Fixes fixes={fixes} about={`(${heading})`} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Fixes({ fixes, about }: { fixes: RowFix[]; about: string }) {
  return (
    <ul className="app-row__fixes app-no-print" aria-label="Ways to put this right">
      {fixes.map(({ text, to }) => (
        <li key={text}>
          {to ? (
            <TextLink to={to} about={about}>
              {text}
            </TextLink>
          ) : (
            text
          )}
        </li>
      ))}
    </ul>
  );
}
