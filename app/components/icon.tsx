/** The state of one requirement, told by outline, mark and word together. */
export type Tone = "not_met" | "not_answered" | "ask" | "warns" | "met" | "accepted" | "not_applicable";

const CIRCLE = "M12 1.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 0 1 0-21Z";
const OCTAGON = "M7.7 1.5h8.6l6.2 6.2v8.6l-6.2 6.2H7.7l-6.2-6.2V7.7Z";
const DIAMOND = "M12 .9 23.1 12 12 23.1.9 12Z";
const SQUARE = "M5 2h14a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3Z";
const EXCLAMATION = "M12 6.5v6.3M12 17v.1";
const QUESTION = "M9.2 9.4c.2-3.4 5.6-3.3 5.6 0 0 2.1-2.8 2.3-2.8 4.4M12 17.4v.1";
const CHECK = "m6.8 12.4 3.6 3.6 6.8-7.6";
const DOTS = "M7 12v.1M12 12v.1M17 12v.1";
const DASH = "M7.5 12h9";

const SHAPES: Record<Tone, { outline: string; fill: string; mark: string; ink?: true }> = {
  not_met: { outline: OCTAGON, fill: "app-fill--not-met", mark: EXCLAMATION },
  not_answered: { outline: SQUARE, fill: "app-fill--not-answered", mark: DOTS },
  ask: { outline: DIAMOND, fill: "app-fill--ask", mark: QUESTION, ink: true },
  warns: { outline: DIAMOND, fill: "app-fill--ask", mark: EXCLAMATION, ink: true },
  met: { outline: CIRCLE, fill: "app-fill--met", mark: CHECK },
  accepted: { outline: CIRCLE, fill: "app-fill--met", mark: CHECK },
  not_applicable: { outline: CIRCLE, fill: "app-fill--none", mark: DASH, ink: true },
};

/** A picture beside words that say the same: hidden from screen readers. */
export function ToneIcon({ tone, className = "app-icon" }: { tone: Tone; className?: string }) {
  const { outline, fill, mark, ink } = SHAPES[tone];
  return (
    <svg className={className} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path className={fill} d={outline} />
      <path className={ink ? "app-fill--mark app-fill--ink" : "app-fill--mark"} d={mark} />
    </svg>
  );
}
