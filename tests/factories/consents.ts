import { createHash } from "node:crypto";
import type { ConsentScope } from "~/domain/record/fields";
import type { ConsentEvent, Relationship } from "~/domain/record/participant";
import { enteredAt } from "./diary";
import { WREN } from "./lanternmoor";
import type { Plan } from "./plan";
import { localDay } from "./plan";
import type { YoungPerson } from "./young-people";
import { ageOn, slugOf } from "./young-people";

/** What each consent asks, so that an event can say exactly what was read out. */
const WORDING: Record<ConsentScope, string> = {
  take_part: "Would you like to join this session?",
  camera: "Can we show your face?",
  voice: "Can we use your voice?",
  name_shown: "Can we show your first name or a made-up name?",
  chat: "Can you write in the chat, where other people can read it?",
  recording_kept: "Can we keep a recording that you are in?",
  rebroadcast: "Can a recording that you are in be shown again?",
  public_broadcast: "Can people whom we do not know watch you?",
  images: "Can we take pictures of you?",
  third_party: "Can the other organisation use what it learns about you?",
  parent_contact: "May we contact your parent or carer?",
};

const KEPT = new Set<ConsentScope>(["recording_kept", "rebroadcast", "images"]);
const NAMES_THE_ORGANISER = new Set<ConsentScope>(["recording_kept", "rebroadcast", "third_party"]);

/** The scopes that a plan uses for one person: `take_part` always, the others where they are exposed that way. */
export function scopesUsed(plan: Plan, young: YoungPerson): ConsentScope[] {
  const { camera, voice, name, chat } = young.exposure;
  const open = plan.modes.some((mode) => mode.restrictsAudience !== "yes");
  const captured = camera || voice || name || chat || (young.route !== "in_room" && !young.notCaptured);
  const used: [ConsentScope, boolean][] = [
    ["take_part", true],
    ["camera", camera],
    ["voice", voice],
    ["name_shown", name],
    ["chat", chat && (plan.chat === "open" || plan.chat === "moderated")],
    [
      "recording_kept",
      captured &&
        (plan.recording !== null || plan.aiNotes !== null || plan.organiser?.saved?.answer === "yes"),
    ],
    ["rebroadcast", captured && plan.organiser?.reused?.answer === "yes"],
    ["public_broadcast", captured && (open || plan.audienceRestricted.answer === "no")],
    ["third_party", captured && plan.kind === "join"],
  ];
  return used.filter(([, needed]) => needed).map(([scope]) => scope);
}

/** The newest date until which something of this person is kept. */
function keptUntil(plan: Plan): string | null {
  const dates = [plan.recording?.deleteBy, plan.aiNotes?.deleteBy, plan.organiser?.saved?.until];
  return (
    dates
      .filter((date) => typeof date === "string")
      .sort()
      .at(-1) ?? null
  );
}

/** The parts of an event that differ from one answer to the next. */
export type Answered = Pick<ConsentEvent, "participantId" | "scope"> &
  Partial<Omit<ConsentEvent, "giver">> & { relationship?: Relationship; giverId?: string };

/** An answer that Wren recorded in conversation. `at` is both when it was given and when it was recorded. */
export function anAnswer(given: Answered & { seq: number; at: string }): ConsentEvent {
  const { relationship = "self", giverId, ...fields } = given;
  const own = relationship === "self";
  const giver =
    giverId ?? (own ? given.participantId : `${relationship.replaceAll("_", "-")}-of-${given.participantId}`);
  return {
    id: `consent-${given.seq}`,
    answer: "yes",
    giver: { id: giver, relationship, name: null },
    how: own ? "in_person" : "phone",
    recordedAt: given.at,
    recordedBy: WREN,
    wording: {
      id: `wording-${given.scope.replaceAll("_", "-")}`,
      version: 1,
      digest: createHash("sha256").update(WORDING[given.scope]).digest("hex"),
      language: "en-GB",
    },
    validUntil: null,
    organisations: [],
    corrects: null,
    confirmedBy: null,
    ...fields,
  };
}

/** An answer for each scope used, from the young person and, under the policy's age, a parent or carer. */
export function consentsFor(plan: Plan, parentUnder: number): ConsentEvent[] {
  const organisations = plan.organiser === null ? [] : [plan.organiser.name];
  const answers = plan.participants.flatMap((young) => {
    const age = ageOn(young.birth, localDay(plan)) ?? 0;
    return scopesUsed(plan, young).flatMap((scope) => {
      const parentSays = young.parent === "not_asked" ? "not_asked" : (young.parent[scope] ?? "yes");
      const givers = [
        { relationship: "self" as const, answer: young.own[scope] ?? "yes" },
        { relationship: young.parentRelationship, answer: age < parentUnder ? parentSays : "not_asked" },
      ];
      return givers.flatMap(({ relationship, answer }) =>
        answer === "not_asked" ? [] : [{ participantId: slugOf(young), scope, relationship, answer }],
      );
    });
  });
  const at = plan.diary.consented;
  return answers.map((answer, index) =>
    anAnswer({
      ...answer,
      seq: index + 1,
      at,
      recordedAt: enteredAt(plan.diary, at),
      validUntil: KEPT.has(answer.scope) ? keptUntil(plan) : null,
      organisations: NAMES_THE_ORGANISER.has(answer.scope) ? organisations : [],
    }),
  );
}
