import { parseCookie, stringifyCookie, type WithHeaders } from "./cookie.server";

/** The cookie that carries a login's token. Browsers keep a `__Host-` name to this very host, where the address is https. */
function cookieName(origin: string): string {
  return origin.startsWith("https:") ? "__Host-greenroom" : "greenroom";
}

export function readLoginCookie(request: WithHeaders, origin: string): string | null {
  return parseCookie(request, cookieName(origin));
}

export function loginCookie(token: string, origin: string): string {
  return stringifyCookie(cookieName(origin), token, { secure: origin.startsWith("https:") });
}

export function endedLoginCookie(origin: string): string {
  return stringifyCookie(cookieName(origin), "", { secure: origin.startsWith("https:"), maxAge: 0 });
}
