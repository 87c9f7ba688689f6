type WriteHeaders = { secFetchSite: string | undefined; origin: string | undefined };

/**
 * Whether a write comes from our own pages. Browsers say so in Sec-Fetch-Site, which no page can forge; those that
 * do not (and pages served without TLS) send Origin. A request with neither is refused.
 */
export function isSameOriginWrite({ secFetchSite, origin }: WriteHeaders, ownOrigin: string): boolean {
  if (secFetchSite !== undefined) return secFetchSite === "same-origin";
  return origin === ownOrigin;
}
