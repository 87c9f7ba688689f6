/** Whatever has headers: a request of the web, or one of express. */
export type WithHeaders = { headers: { get(name: string): string | null } };
type CookieOptions = { secure: boolean; maxAge?: number };

/** Reads one cookie; values are base64url or short codes, so nothing has to be decoded. */
export function parseCookie(request: WithHeaders, name: string): string | null {
  for (const part of (request.headers.get("Cookie") ?? "").split(";")) {
    const [key, ...value] = part.trim().split("=");
    if (key === name) return value.join("=") || null;
  }
  return null;
}

/** The name that a cookie has where the address is https: browsers keep it to this very host, and never send it in the clear. */
export function cookieNameAt(origin: string, name: string): string {
  return origin.startsWith("https:") ? `__Host-${name}` : name;
}

/** A cookie as it leaves: where the address is https, `Secure` and under the name that browsers keep to this very host. */
export function hardened(cookie: string, origin: string): string {
  if (!origin.startsWith("https:") || cookie.startsWith("__Host-")) return cookie;
  return `__Host-${cookie}; Secure`;
}

/** A cookie that scripts cannot read and that other sites' forms do not carry. */
export function stringifyCookie(name: string, value: string, { secure, maxAge }: CookieOptions): string {
  const age = maxAge === undefined ? "" : `; Max-Age=${maxAge}`;
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}${age}`;
}
