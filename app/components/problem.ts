import { isRouteErrorResponse } from "@remix-run/react";

export type Problem = { title: string; text: string };

/** In place of a status: no answer of ours came. */
export const UNANSWERED = 0;

const PROBLEMS: Record<number, Problem> = {
  [UNANSWERED]: {
    title: "We did not get an answer",
    text: "The connection may have been lost, or Greenroom has too much to do just now. Wait a few seconds, then try again.",
  },
  400: {
    title: "We could not read that",
    text: "What was sent was not complete. Nothing has been changed. Go back, reload the page and try again.",
  },
  401: {
    title: "Sign in first",
    text: "You were signed out, or your sign-in ended. Sign in and go on from there.",
  },
  403: {
    title: "You cannot do this",
    text: "Your role does not include this. If you think that it should, ask your administrator.",
  },
  404: {
    title: "Page not found",
    text: "There is nothing at this address, or it is not yours to see. If you typed it, check it; if you followed a link, the page may have moved.",
  },
  409: {
    title: "This has changed since you opened it",
    text: "Someone else saved a change while you had the page open. Nothing of theirs has been overwritten.",
  },
  413: {
    title: "That is too large",
    text: "What was sent is larger than we can take. Nothing has been changed.",
  },
  429: { title: "Too many tries", text: "Wait a few minutes, then try again. Nothing has been changed." },
  503: {
    title: "Greenroom is not available",
    text: "It is starting, or cannot reach its records just now. What was saved before is safe. Try again in a minute.",
  },
};

const UNEXPECTED: Problem = {
  title: "Something went wrong",
  text: "This is our fault, not yours. What you saved before is safe; the last thing you sent may not have been saved. Try again, and if it happens again, tell whoever looks after Greenroom for you.",
};

/** How browsers say that nothing came back, and how Remix says that what came was no answer of ours. */
const NOTHING_CAME = /failed to fetch|load failed|networkerror|unable to decode turbo-stream response/i;

/** The HTTP status that an error stands for; UNANSWERED where the browser got no answer to one. */
export function statusOf(error: unknown): number {
  if (isRouteErrorResponse(error)) return error.status;
  return error instanceof Error && NOTHING_CAME.test(error.message) ? UNANSWERED : 500;
}

/** What to tell a person, in plain words, for an HTTP status. */
export function problemOf(status: number): Problem {
  return PROBLEMS[status] ?? UNEXPECTED;
}
