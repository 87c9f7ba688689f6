import { defaultBriefing } from "../defaults/briefing";
import type { Facts } from "../record/schema";
import { briefingPoint, type BriefingPoint } from "../record/fields";

/** A point of the briefing in a few words, for boxes and lists. */
export const pointWords: Record<BriefingPoint, string> = {
  live: "It is live",
  comments: "Others see comments, and they may stay",
  personal_information: "Keep personal information to yourself",
  contact_requests: "Do not answer people you do not know",
  donations: "You never have to give money",
  who_to_tell: "Who to tell if something upsets you",
};

export type ScriptLine = { point: BriefingPoint; heading: string; words: string; also: string[] };

/** What is read aloud, point by point, with who to tell in this very session. */
export function briefingScript(
  texts: Partial<Record<BriefingPoint, string>>,
  facts: Pick<Facts, "session" | "adults">,
): ScriptLine[] {
  return briefingPoint.options.map((point) => ({
    point,
    heading: pointWords[point],
    words: texts[point] ?? defaultBriefing[point],
    also: point === "who_to_tell" ? contacts(facts) : point === "comments" ? chatIsOff(facts) : [],
  }));
}

function contacts({ session, adults }: Pick<Facts, "session" | "adults">): string[] {
  return session.assignments
    .filter(({ role }) => role === "support_contact")
    .flatMap(({ adultId, contact }) => {
      const name = adults.find(({ id }) => id === adultId)?.name;
      return name ? [`In this session that is ${name}${contact ? `: ${contact}` : ""}.`] : [];
    });
}

function chatIsOff({ session }: Pick<Facts, "session">): string[] {
  return session.media.chat.value === "off" ? ["In this session the chat is off."] : [];
}
