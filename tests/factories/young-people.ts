import type { Temporal } from "temporal-polyfill";
import type { ConsentScope } from "~/domain/record/fields";
import type { Participant, Relationship } from "~/domain/record/participant";

type Answer = "yes" | "no" | "not_asked";

/** Somebody who takes part, and what they and their parent or carer answered where it is not a plain yes. */
export type YoungPerson = {
  firstName: string;
  surname: string;
  birth: string | null;
  displayName: string | null;
  route: Participant["accessRoute"];
  needs: Participant["needs"];
  exposure: Participant["exposure"];
  notCaptured: boolean;
  own: Partial<Record<ConsentScope, Answer>>;
  parent: Partial<Record<ConsentScope, Answer>> | "not_asked";
  parentRelationship: Relationship;
  /** An instant, or `null` where no briefing has been given. The diary's when left out. */
  briefedAt?: string | null;
  /** An instant; the diary's when left out. */
  addedAt?: string;
};

export const UNSEEN = { camera: false, voice: false, name: false, chat: false } as const;

/** A young person of 16 or 17 who joins by guest link, is seen and heard, and says yes to what is used. */
export function aYoungPerson(
  firstName: string,
  surname: string,
  birth: string | null,
  changes: Partial<YoungPerson> = {},
): YoungPerson {
  return {
    firstName,
    surname,
    birth,
    displayName: firstName,
    route: "guest_link",
    needs: [],
    exposure: { camera: true, voice: true, name: true, chat: false },
    notCaptured: false,
    own: {},
    parent: {},
    parentRelationship: "parent",
    ...changes,
  };
}

export function slugOf(young: YoungPerson): string {
  return `${young.firstName}-${young.surname}`.toLowerCase().replaceAll(" ", "-");
}

/** Between 16 and 17 from 24 September 2026 to 6 April 2027. */
const SIXTEEN_TO_SEVENTEEN = [
  ["Bryony", "Cattermoss", "2010-02-11"],
  ["Ellis", "Larkspurrow", "2009-08-30"],
  ["Nadia", "Venncroft", "2010-06-19"],
  ["Rowan", "Tisdell", "2009-04-07"],
  ["Imogen", "Sallowby", "2010-09-23"],
  ["Theo", "Brackenridge", "2009-11-28"],
  ["Lena", "Oakhollow", "2010-03-05"],
  ["Samir", "Dunwell", "2010-01-17"],
] as const;

/** The first `count` of eight people aged 16 and 17. */
export function sixteenToSeventeen(count: number, changes: Partial<YoungPerson> = {}): YoungPerson[] {
  return SIXTEEN_TO_SEVENTEEN.slice(0, count).map(([firstName, surname, birth]) =>
    aYoungPerson(firstName, surname, birth, changes),
  );
}

/** Age in whole years on a date; 29 February counts from 1 March in common years. `null` without a full date. */
export function ageOn(birth: string | null, day: Temporal.PlainDate): number | null {
  if (birth?.length !== 10) return null;
  const before = day.toString().slice(5) < birth.slice(5);
  return day.year - Number(birth.slice(0, 4)) - (before ? 1 : 0);
}
