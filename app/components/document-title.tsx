import { useMatches } from "@remix-run/react";
import { useContext } from "react";
import { UNSAFE_DataRouterStateContext as RouterState } from "react-router-dom";
import { useIsPlain } from "./plain";
import { problemOf, statusOf } from "./problem";

/** How a title begins while a form has answers to put right. */
export const ERROR_TITLE = "Error: ";

type PageHandle = { title: (data: never) => string };

/** A route's title: `export const handle = titled("Sessions")`, or from what its loader found. */
export function titled<Data = unknown>(title: string | ((data: Data) => string)) {
  return { title: typeof title === "string" ? () => title : title };
}

/** The window's title. It begins with "Error: " while a form has answers to put right, also without scripts. */
export function DocumentTitle() {
  const state = useContext(RouterState);
  const matches = useMatches();
  const isPlain = useIsPlain();
  const errors = Object.values(state?.errors ?? {});
  if (isPlain && errors.length > 0) return <title>Your link</title>;
  if (errors.length > 0) return <title>{`${problemOf(statusOf(errors[0])).title} – Greenroom`}</title>;
  const page = [...matches].reverse().find(({ handle }) => isPageHandle(handle));
  const title = page && isPageHandle(page.handle) ? page.handle.title(page.data as never) : null;
  const prefix = Object.values(state?.actionData ?? {}).some(isRejection) ? ERROR_TITLE : "";
  if (isPlain && title) return <title>{`${prefix}${title}`}</title>;
  return <title>{title ? `${prefix}${title} – Greenroom` : `${prefix}Greenroom`}</title>;
}

function isPageHandle(handle: unknown): handle is PageHandle {
  return (
    typeof handle === "object" && handle !== null && "title" in handle && typeof handle.title === "function"
  );
}

function isRejection(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "rejected" in answer;
}
