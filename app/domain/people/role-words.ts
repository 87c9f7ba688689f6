import type { AdultRole } from "../record/fields";
import type { Session } from "../record/session";

export const adultRoles = [
  "host",
  "observer",
  "moderator",
  "support_contact",
  "dsl_on_call",
  "standby",
  "guest",
] as const satisfies readonly AdultRole[];

/** `name`: as a heading. `does`: what somebody in this role does. */
export type RoleWords = { name: string; does: string };

const words: Record<AdultRole, RoleWords> = {
  host: { name: "Host", does: "Runs the session on air." },
  observer: { name: "Observer", does: "Watches the whole session for safety, and does nothing else." },
  moderator: { name: "Moderator", does: "Watches the chat, lets people in, mutes and removes." },
  support_contact: { name: "Support contact", does: "Young people go to them if something upsets them." },
  dsl_on_call: {
    name: "Safeguarding lead on call",
    does: "Knows of the session and can be reached throughout.",
  },
  standby: { name: "Standby", does: "Takes over if the host drops out." },
  guest: {
    name: "Guest",
    does: "An adult from outside on screen. Never alone with young people, and never counted.",
  },
};

const whenJoining: Partial<Record<AdultRole, RoleWords>> = {
  host: { name: "Who leads our group", does: "Is with our group and decides for it." },
  standby: { name: "Standby", does: "Takes over if whoever leads our group drops out." },
};

/** Assignments in the order in which one looks for them on the day. */
export function inRoleOrder<T extends { role: AdultRole }>(assignments: readonly T[]): T[] {
  return [...assignments].sort((a, b) => adultRoles.indexOf(a.role) - adultRoles.indexOf(b.role));
}

export function roleWords(role: AdultRole, kind: Session["kind"]): RoleWords {
  return (kind === "join" ? whenJoining[role] : undefined) ?? words[role];
}
