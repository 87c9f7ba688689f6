import type { Facts } from "../schema";
import { withheld, type Kind, type Rename } from "./pseudonyms";

/** Ways to write values without saying who or what, within one set of facts. */
export type Codes = {
  of: Rename;
  orNull: (kind: Kind, id: string | null) => string | null;
  /** Who recorded something; the rest of it is written by the caller. */
  by: (value: { by: string; recordedAt: string }) => { by: string; recordedAt: string };
  /** The code of the member of staff or adult who bears this name, or that somebody is named. */
  name: (text: string) => string;
  nameOrNull: (text: string | null) => string | null;
};

/** That something was typed, and nothing of it. */
export function typed(text: string): string;
export function typed(text: string | null): string | null;
export function typed(text: string | null): string | null {
  return text === null ? null : withheld;
}

export function codesFor(facts: Facts, of: Rename): Codes {
  const named = new Map([
    ...facts.organisation.staff.map(({ id, name }): [string, string] => [sameName(name), of("staff", id)]),
    ...facts.adults.map(({ id, name }): [string, string] => [sameName(name), of("adult", id)]),
  ]);
  const name = (text: string) => named.get(sameName(text)) ?? withheld;
  return {
    of,
    name,
    orNull: (kind, id) => (id === null ? null : of(kind, id)),
    by: ({ by, recordedAt }) => ({ by: of("staff", by), recordedAt }),
    nameOrNull: (text) => (text === null ? null : name(text)),
  };
}

function sameName(name: string): string {
  return name.normalize("NFC").trim().toLowerCase();
}
