import { refuse } from "../refusal";

/**
 * Whether a young person's phone can open an address of this origin: over https, and not at a name or number that means the
 * phone itself.
 */
export function opensOnPhones(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return protocol === "https:" && !LOOPBACK.test(hostname);
}

const LOOPBACK = /^(?:(?:.+\.)?localhost\.?|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

export const noPhones = refuse("no_phones", "No phone can open a link from this Greenroom’s address.");
