import { randomBytes, randomUUID } from "node:crypto";
import type { RequestHandler, Response } from "express";
import { refuseBody } from "./body-limits";
import { isSameOriginWrite } from "./same-origin";

/** Gives each request the id it is logged under and the nonce of its page's scripts. */
export const identifyRequest: RequestHandler = (_request, response, next) => {
  response.locals.requestId = randomUUID();
  response.locals.nonce = randomBytes(16).toString("base64");
  response.set("X-Request-Id", response.locals.requestId);
  next();
};

/** Refuses an address that cannot be decoded, before anything prints it. */
export const refuseBrokenAddress: RequestHandler = (request, response, next) => {
  try {
    decodeURIComponent(request.path);
  } catch {
    answerPlainly(response, 400, "This address is broken. Look whether it was copied whole.");
    return;
  }
  next();
};

/** Refuses what no form of ours sends before any of it is read: other methods, other types, other sites. */
export function refuseForeignWrites(ownOrigin: () => string): RequestHandler {
  return (request, response, next) => {
    const refusal = refuseBody(request.method, {
      contentLength: request.get("content-length"),
      contentType: request.get("content-type"),
      transferEncoding: request.get("transfer-encoding"),
    });
    if (refusal) {
      if (refusal.status === 405) response.set("Allow", "GET, HEAD, POST");
      answerPlainly(response, refusal.status, refusal.message);
      return;
    }
    if (request.method === "POST") {
      const headers = { secFetchSite: request.get("sec-fetch-site"), origin: request.get("origin") };
      if (!isSameOriginWrite(headers, ownOrigin())) {
        answerPlainly(
          response,
          403,
          "This form was not sent from Greenroom's own pages. Open the page again and send it from there.",
        );
        return;
      }
    }
    next();
  };
}

/** An answer that needs no page. The connection ends, because the body was left unread. */
export function answerPlainly(response: Response, status: number, message: string) {
  response
    .status(status)
    .set("Connection", "close")
    .type("text/plain; charset=utf-8")
    .send(`${message}\nReference: ${response.locals.requestId}\n`);
}
