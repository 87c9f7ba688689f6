import type { Standing } from "~/domain/consent/answers";
import type { ConsentEvent } from "~/domain/record/participant";

/** What one giver's answers to one question come to; null before the first. */
export type Stands = Standing["counts"] | null;

type Said = Pick<ConsentEvent, "answer" | "how"> & { confirmed: boolean };

/**
 * One more answer after those before, said in another way than the domain says it: a no and a change of mind count at
 * once; a yes after them counts in conversation or once it is confirmed, and else waits.
 */
export function afterAnswer(before: Stands, { answer, how, confirmed }: Said): Stands {
  if (answer !== "yes") return answer;
  const inConversation = how === "in_person" || how === "phone";
  return before === null || before === "yes" || inConversation || confirmed ? "yes" : "unconfirmed";
}

/** The shortest history that comes to the same. */
export function shortestTo(stands: Stands): Pick<ConsentEvent, "answer" | "how">[] {
  if (stands === null) return [];
  if (stands !== "unconfirmed") return [{ answer: stands, how: "phone" }];
  return [
    { answer: "no", how: "phone" },
    { answer: "yes", how: "link" },
  ];
}
