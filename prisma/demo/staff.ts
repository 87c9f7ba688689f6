import { Secret } from "otpauth";
import { secondStepRoles } from "~/domain/second-step";
import type { Role } from "~/domain/record/fields";
import { AMINA, IDRIS, ODALYS, PETRA, WREN } from "../../tests/factories/lanternmoor";

/** Somebody who signs in. `adult`: the slug of the adult of the story who they are. */
export type Member = { slug: string; name: string; email: string; roles: Role[]; adult: string | null };

const SECRET_BYTES = 20;

export const ORGANISATION = "Lanternmoor Youth Advice";

/** Everybody's: nothing in the demonstration is a secret, and the table of sign-ins can be printed again. */
export const PASSWORD = "a lantern on the moor";

/** Makes the organisation, and so may plan as well as look after it. */
export const founder = member("user-sorrel-whitlock", ["administrator", "planner"]);

export const staff: Member[] = [
  member(AMINA, ["planner"]),
  member(IDRIS, ["approver"]),
  member(PETRA, ["safeguarding_lead"], true),
  member(ODALYS, ["planner"], true),
  member(WREN, ["planner"], true),
];

/** The key of somebody's authenticator app, always the same; null for whose roles need none. */
export function authenticatorKey({ slug, roles }: Member): string | null {
  if (!roles.some((role) => secondStepRoles.includes(role))) return null;
  return Secret.fromUTF8(slug.padEnd(SECRET_BYTES, ".").slice(0, SECRET_BYTES)).base32;
}

/** A trustee, who is given a sign-in when everything else is there: their account says that the story is whole. */
export const trustee = member("user-hale-ostrander", ["reviewer"]);

export const everybody = [...staff, founder, trustee];

function member(slug: string, roles: Role[], isAdult = false): Member {
  const name = slug
    .replace("user-", "")
    .replaceAll("-", " ")
    .replace(/\b\w/g, (letter) => letter.toUpperCase());
  const [first = ""] = name.toLowerCase().split(" ");
  const adult = isAdult ? slug.replace("user-", "") : null;
  return { slug, name, email: `${first}@lanternmoor.example`, roles, adult };
}
