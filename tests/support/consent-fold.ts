import type { Standing } from "~/domain/consent/answers";
import type { ConsentEvent } from "~/domain/record/participant";

/** What one giver's answers to one question come to; null before the first. */
export type Stands = Standing["counts"] | null;

/** `since`: whether it was said no earlier than the last no before it. */
type Said = Pick<ConsentEvent, "answer" | "how"> & { confirmed: boolean; since?: boolean };

/**
 * One more answer after those before, said in another way than the domain says it: a no and a change of mind count at
 * once; a yes after them counts in a conversation since then or once it is confirmed, and else waits.
 */
export function afterAnswer(before: Stands, { answer, how, confirmed, since = true }: Said): Stands {
  if (answer !== "yes") return answer;
  const inConversation = (how === "in_person" || how === "phone") && since;
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
