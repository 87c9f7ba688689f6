import type { ReactNode } from "react";
import { ToneIcon, type Tone } from "./icon";

/** How many requirements are in each state; every requirement is counted once. */
export type ReadinessCounts = {
  notMet: number;
  notAnswered: number;
  needsAgreement: number;
  met: number;
  accepted: number;
  notApplicable: number;
};

type Segment = { tone: Tone; fill: string; count: number; words: string };

/** The answer in one look: how much is in place, as a bar and in words. */
export function ReadinessSummary({ counts, children }: { counts: ReadinessCounts; children?: ReactNode }) {
  const segments = segmentsOf(counts).filter(({ count }) => count > 0);
  const total = segments.reduce((sum, { count }) => sum + count, 0);
  const inPlace = counts.met + counts.accepted + counts.notApplicable;
  return (
    <section className="app-card app-readiness-summary" aria-label="Readiness in numbers">
      <h2 className="app-card__title">
        {inPlace} of {total} in place
      </h2>
      <Bar segments={segments} total={total} />
      <ul className="app-readiness-summary__key">
        {[...segments].sort(byUrgency).map(({ tone, count, words }) => (
          <li key={words}>
            <ToneIcon tone={tone} className="app-readiness-summary__shape" />
            <span>
              <b>{count}</b> {words}
            </span>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

/** Drawn with attributes, because the content security policy allows no style attributes. */
function Bar({ segments, total }: { segments: Segment[]; total: number }) {
  const width = 1000;
  let from = 0;
  return (
    <svg
      className="app-readiness-summary__bar"
      viewBox={`0 0 ${width} 10`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {segments.map(({ fill, count, words }) => {
        const x = from;
        from += (count / Math.max(total, 1)) * width;
        return (
          <rect key={words} className={fill} x={x} y="0" width={Math.max(from - x - 6, 6)} height="10" />
        );
      })}
    </svg>
  );
}

const URGENCY: Tone[] = ["not_met", "not_answered", "ask", "met", "accepted", "not_applicable"];

function byUrgency(one: Segment, other: Segment): number {
  return URGENCY.indexOf(one.tone) - URGENCY.indexOf(other.tone);
}

function segmentsOf(counts: ReadinessCounts): Segment[] {
  return [
    { tone: "met", fill: "app-fill--met", count: counts.met, words: "met" },
    { tone: "accepted", fill: "app-fill--met", count: counts.accepted, words: "accepted with a reason" },
    { tone: "ask", fill: "app-fill--ask", count: counts.needsAgreement, words: "for the manager to agree" },
    {
      tone: "not_answered",
      fill: "app-fill--not-answered",
      count: counts.notAnswered,
      words: "not answered",
    },
    { tone: "not_met", fill: "app-fill--not-met", count: counts.notMet, words: "not met" },
    { tone: "not_applicable", fill: "app-fill--none", count: counts.notApplicable, words: "do not apply" },
  ];
}

type Dated = { breaksOn: ReactNode; holds: boolean; goodThrough: ReactNode };

/** When time alone ends it, and how far the session could be moved: dates as they are to be read. */
export function BreaksOn({ breaksOn, holds, goodThrough }: Dated) {
  if (!breaksOn && !holds && !goodThrough) return null;
  return (
    <div className="app-dated">
      {breaksOn ? (
        <p>
          <b>Breaks on</b> {breaksOn}
        </p>
      ) : null}
      {holds ? (
        <p>
          <b>Holds</b> until the session starts
        </p>
      ) : null}
      {goodThrough ? (
        <p>
          <b>Good through</b> {goodThrough}
        </p>
      ) : null}
    </div>
  );
}
