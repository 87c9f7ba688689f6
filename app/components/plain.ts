import { useMatches } from "@remix-run/react";

/** Marks a route as a page without scripts and with a style sheet of its own: `export const handle = plain("Your answers")`. */
export function plain(title: string) {
  return { title: () => title, plain: true };
}

/** Whether the page is one of those. */
export function useIsPlain(): boolean {
  return useMatches().some(
    ({ handle }) => typeof handle === "object" && handle !== null && "plain" in handle,
  );
}
