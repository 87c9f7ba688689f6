import { createRequestHandler, writeReadableStreamToWritable } from "@remix-run/node";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { notingViews } from "../http/noting-views";
import { hardened } from "../http/cookie.server";
import { receivedBody } from "../http/received-body";
import { refusingStrangeIds } from "../http/strange-ids";
import { answeringUnavailable, RETRY_AFTER } from "../http/unavailable";
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";

type Options = {
  build: () => Promise<ServerBuild>;
  mode: "production" | "development";
  origin: () => string;
  contextOf: (response: ExpressResponse) => AppLoadContext;
};

/**
 * Where a write comes from is judged before Remix, by `isSameOriginWrite`. Remix would compare these again, and fail on
 * the `Origin: null` of a form that was sent without scripts, or behind a proxy that renames the host.
 */
const JUDGED_AT_THE_EDGE = new Set(["origin", "host", "x-forwarded-host"]);

/**
 * Lets Remix answer. Its request always carries our own origin, whatever Host or X-Forwarded-Host say, so that nobody
 * can make us write links to another place; Cache-Control is ours alone.
 */
export function remixHandler({ build, mode, origin, contextOf }: Options): RequestHandler {
  const guarded = new WeakMap<ServerBuild, ServerBuild>();
  return async (request, response, next) => {
    try {
      const built = await build();
      const safe = guarded.get(built) ?? answeringUnavailable(refusingStrangeIds(notingViews(built)));
      guarded.set(built, safe);
      const handle = createRequestHandler(safe, mode);
      const answer = await handle(toWebRequest(request, response, origin()), contextOf(response));
      await send(response, answer, origin());
    } catch (error) {
      next(error);
    }
  };
}

function toWebRequest(request: ExpressRequest, response: ExpressResponse, origin: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers).filter(
    ([name]) => !JUDGED_AT_THE_EDGE.has(name),
  ))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) headers.append(name, one);
  const leaving = new AbortController();
  response.on("close", () => {
    if (!response.writableFinished) leaving.abort();
  });
  return new Request(new URL(`${origin}${request.originalUrl}`), {
    method: request.method,
    headers,
    signal: leaving.signal,
    body: receivedBody(request),
  });
}

async function send(response: ExpressResponse, answer: Response, origin: string) {
  response.status(answer.status);
  if (answer.status === 503) response.set("Retry-After", RETRY_AFTER);
  for (const [name, value] of answer.headers.entries()) {
    if (name === "set-cookie") response.append(name, hardened(value, origin));
    else if (name !== "cache-control") response.set(name, value);
  }
  if (answer.body) await writeReadableStreamToWritable(answer.body, response);
  else response.end();
}
