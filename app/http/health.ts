import type { RequestHandler } from "express";

/** 200 while the process lives. */
export const healthz: RequestHandler = (_request, response) => {
  response.type("text/plain").send("ok\n");
};

/** 200 only when the database answers and nothing is left to migrate. Asked for together, it is found out once. */
export function readyz(isReady: () => Promise<boolean>): RequestHandler {
  let asking: Promise<boolean> | null = null;
  return async (_request, response) => {
    asking ??= isReady()
      .catch(() => false)
      .finally(() => {
        asking = null;
      });
    const ready = await asking;
    if (!ready) response.set("Retry-After", "5");
    response
      .status(ready ? 200 : 503)
      .type("text/plain")
      .send(ready ? "ready\n" : "not ready\n");
  };
}
