import { createHash } from "node:crypto";
import type { Socket } from "node:net";
import type { Request, RequestHandler, Response } from "express";
import { isNoTurn, openTurns } from "../data/fair-turns";
import { openPace } from "../data/pace";
import { placeOf } from "./address";
import { answerPlainly } from "./edge";
import { readLoginCookie } from "./login-cookie.server";
import { receiveBody } from "./received-body";
import { RETRY_AFTER } from "./unavailable";

/** How many requests this process works on at once, how many of them for one organisation, and how long others wait. */
const AT_ONCE = 12;
const FOR_ONE = 3;
/**
 * Long enough for a machine that stands still for seconds, and for a whole group that opens its links at the same moment
 * behind one address; shorter than a form may take to arrive, so that whoever sends slowly makes nobody wait for them.
 */
const WAIT_MS = 8_000;
/** While others are busy, whoever used more than a third of the time, by half a second of credit, has one turn at a time. */
const PACE = { cost: 3, shortest: 20, longest: 250, credit: 500, busyFor: 1_000 };
/** How many forms are received at once for one organisation. All of them together the network bounds. */
const BODIES_FOR_ONE = 20;
const MOST_REMEMBERED = 10_000;

/** What is to be done when a connection closes. */
const closing = new WeakMap<Socket, Set<() => void>>();

/**
 * Waits until a request is answered or its connection has closed. An answer that stands behind another one of the same
 * connection is never told of that by itself, and would hold its turn for ever.
 */
function isOver({ socket }: Request, response: Response): Promise<void> {
  const known = closing.get(socket);
  const waiting = known ?? new Set();
  if (!known) {
    closing.set(socket, waiting);
    socket.once("close", () => waiting.forEach((tell) => tell()));
  }
  return new Promise((resolve) => {
    const done = () => {
      waiting.delete(done);
      resolve();
    };
    waiting.add(done);
    response.once("close", done);
    if (socket.destroyed) done();
  });
}

export type RequestTurns = {
  /** Lets a request go on when its turn comes. */
  take: RequestHandler;
  /** Notes which organisation the login of a request is in; null: there is no such login. */
  remember(request: Request, organisationId: string | null): void;
};

/**
 * Answers requests in turn, so that whoever asks for very much makes nobody else wait long. A login counts for its
 * organisation from its second request on; all else counts for the place that it comes from, because a cookie that
 * nobody has looked up can be made up. A form takes its turn once all of it is here: whoever sends slowly, or never comes
 * to an end, holds none.
 */
export function openRequestTurns(origin: () => string): RequestTurns {
  const turns = openTurns({ atOnce: AT_ONCE, forOne: FOR_ONE, waitMs: WAIT_MS, pace: openPace(PACE) });
  const bodies = openTurns({ atOnce: Infinity, forOne: BODIES_FOR_ONE, waitMs: WAIT_MS });
  const organisations = new Map<string, string>();
  const loginOf = (request: Request) => {
    const token = readLoginCookie({ headers: { get: (name) => request.get(name) ?? null } }, origin());
    return token && createHash("sha256").update(token).digest("base64");
  };
  return {
    async take(request, response, next) {
      const login = loginOf(request);
      const key = (login && organisations.get(login)) ?? placeOf(request.ip);
      const answered = isOver(request, response);
      const serve = () => {
        if (!request.socket.destroyed) next();
        return answered;
      };
      try {
        if (request.method === "POST" && !(await bodies.run(key, () => receiveBody(request)))) return;
        await turns.run(key, serve);
      } catch (error) {
        if (!isNoTurn(error)) return next(error);
        response.set("Retry-After", RETRY_AFTER);
        answerPlainly(
          response,
          503,
          "Greenroom has too much to do just now. Wait a few seconds, then reload.",
        );
      }
    },
    remember(request, organisationId) {
      const login = loginOf(request);
      if (!login) return;
      organisations.delete(login);
      if (organisationId) organisations.set(login, organisationId);
      const [oldest] = organisations.keys();
      if (organisations.size > MOST_REMEMBERED && oldest) organisations.delete(oldest);
    },
  };
}
