import { Temporal } from "temporal-polyfill";
import type { Standing } from "~/domain/people/adult-standing";
import { dateInWords } from "~/domain/time/words";
import { Tag } from "./tag";

/** How long something of an adult is good: a date in words, and a word where somebody has to act. */
export function AdultStanding({ standing: { state, until } }: { standing: Standing }) {
  const date = until ? dateInWords(Temporal.PlainDate.from(until)) : null;
  if (state === "good") return <>{date}</>;
  if (state === "missing") return <Tag colour="blue">Not recorded</Tag>;
  if (state === "refused") return <Tag colour="red">Recorded as no</Tag>;
  return (
    <>
      {date}{" "}
      {state === "over" ? <Tag colour="red">Out of date</Tag> : <Tag colour="yellow">Runs out soon</Tag>}
    </>
  );
}
