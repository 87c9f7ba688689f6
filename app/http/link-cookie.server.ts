import { parseCookie, stringifyCookie } from "./cookie.server";

/**
 * What a link or a code opens, or a visit to an organisation’s own sign-in that somebody is to come back from.
 * `answers`: a young person's visit to their own questions, sealed. `device`: a device that a worker has handed over.
 */
export type LinkPurpose = "invitation" | "reset" | "visit" | "answers" | "device";

const HALF_AN_HOUR_IN_SECONDS = 30 * 60;
const lasts: Partial<Record<LinkPurpose, number>> = { device: 4 * HALF_AN_HOUR_IN_SECONDS };

/** Carries the token of an opened link, so that no address of a page holds it any more. */
function cookieName(purpose: LinkPurpose, origin: string): string {
  return `${origin.startsWith("https:") ? "__Host-" : ""}greenroom-${purpose}`;
}

export function readLinkCookie(request: Request, purpose: LinkPurpose, origin: string): string | null {
  return parseCookie(request, cookieName(purpose, origin));
}

export function linkCookie(purpose: LinkPurpose, token: string, origin: string): string {
  const secure = origin.startsWith("https:");
  return stringifyCookie(cookieName(purpose, origin), token, {
    secure,
    maxAge: lasts[purpose] ?? HALF_AN_HOUR_IN_SECONDS,
  });
}

export function endedLinkCookie(purpose: LinkPurpose, origin: string): string {
  return stringifyCookie(cookieName(purpose, origin), "", { secure: origin.startsWith("https:"), maxAge: 0 });
}
