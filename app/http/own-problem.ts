/** What keeps somebody from their own questions. Each is a page of its own, which names nobody. */
const problems = {
  no_link: {
    status: 404,
    title: "This link does not work",
    detail: "Ask the person who gave it to you.",
  },
  no_visit: {
    status: 404,
    title: "Open your link again",
    detail: "This phone does not hold your link any more. We only keep it for a short time.",
  },
  no_device: {
    status: 404,
    title: "Nobody answers here now",
    detail: "Give this tablet to the worker.",
  },
  started: {
    status: 409,
    title: "The session has started",
    detail: "We did not save your answers. We only save a no now. Do you want to say no? Tell the worker.",
  },
  turn_over: {
    status: 409,
    title: "You have answered already",
    detail: "Do you want to change something? Tell the worker.",
  },
  other_link: {
    status: 409,
    title: "This page is from another link",
    detail:
      "Another link was opened on this phone. What you just pressed was not saved. Open your own link again.",
  },
  staff: {
    status: 409,
    title: "Somebody who works here is signed in",
    detail: "You cannot answer here. Sign out first, or use another phone.",
  },
  not_ready: {
    status: 409,
    title: "The questions are not ready",
    detail: "Ask the person who gave you the link.",
  },
} as const;

/** An answer to throw: the page says what the matter is in plain words, and where there is help. */
export function linkProblem(problem: keyof typeof problems): Response {
  const { status, title, detail } = problems[problem];
  return Response.json({ title, detail }, { status });
}

/** The same for what a service refused. */
export function refusedAnswer(detail: string): Response {
  return Response.json({ title: "We could not save this", detail }, { status: 409 });
}
