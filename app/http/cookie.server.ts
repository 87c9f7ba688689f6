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

/** A cookie that scripts cannot read and that other sites' forms do not carry. */
export function stringifyCookie(name: string, value: string, { secure, maxAge }: CookieOptions): string {
  const age = maxAge === undefined ? "" : `; Max-Age=${maxAge}`;
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}${age}`;
}
