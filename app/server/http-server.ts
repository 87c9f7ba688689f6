import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import type { ErrorRequestHandler, Express, RequestHandler, Response } from "express";
import { placeOf } from "../http/address";
import { answerPlainly, identifyRequest, refuseBrokenAddress, refuseForeignWrites } from "../http/edge";
import { healthz, readyz } from "../http/health";
import { routePatterns } from "../http/route-pattern";
import { openRequestTurns, type RequestTurns } from "../http/turns";
import { securityHeaders } from "../http/security-headers";
import { describeError } from "./log";
import type { Log } from "./log";
import type { Metrics } from "./metrics";
import { remixHandler } from "./remix-handler";
import { fitsSetUpCode } from "./set-up-code";
import { StartProblem } from "./start-problem";

const DRAIN_MS = 25_000;
/** How long a request may take to arrive, headers and body; Node looks every second. */
const ARRIVING = { headersTimeout: 10_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 };

export type HttpOptions = {
  host: string;
  port: number;
  /** How many proxies of our own stand in front: only what they say of an address is believed. */
  trustedProxies: number;
  /** null: nobody measures. */
  metrics: Metrics | null;
  /** null: http://localhost with the port that the system gave. */
  origin: string | null;
  /** What this installation derives its codes from. */
  secret: string;
  log: Log;
  isReady: () => Promise<boolean>;
  sendsMail: boolean;
  build: () => Promise<ServerBuild>;
  /** Where the built files for the browser lie; null when a development server serves them. */
  clientFiles: string | null;
  development?: RequestHandler;
};

export type HttpServer = { origin: string; stop(): Promise<void> };

export async function startHttpServer(options: HttpOptions): Promise<HttpServer> {
  let origin = options.origin ?? "";
  const server = await listen(
    greenroomApp(options, () => origin),
    options,
  );
  origin ||= `http://localhost:${(server.address() as AddressInfo).port}`;
  return { origin, stop: () => drain(server) };
}

function greenroomApp(options: HttpOptions, origin: () => string): Express {
  const app = express();
  app.disable("x-powered-by").disable("etag").set("trust proxy", options.trustedProxies);
  app.use(identifyRequest, compression());
  if (!options.development)
    app.use(securityHeaders({ secure: options.origin?.startsWith("https:") ?? false }));
  app.use(refuseBrokenAddress);
  app.get("/healthz", healthz);
  app.get("/readyz", readyz(options.isReady));
  if (options.metrics) app.get("/metrics", options.metrics.page);
  if (options.development) app.use(options.development);
  if (options.clientFiles) app.use(files(options.clientFiles));
  const turns = openRequestTurns(origin);
  app.use(logRequests(options), refuseForeignWrites(origin), turns.take);
  app.use(
    remixHandler({
      build: options.build,
      mode: options.development ? "development" : "production",
      origin,
      contextOf: (response) => contextOf(response, options, { origin: origin(), turns }),
    }),
  );
  app.use(lastResort(options.log));
  return app;
}

function contextOf(
  response: Response,
  { log, secret, sendsMail }: HttpOptions,
  { origin, turns }: { origin: string; turns: RequestTurns },
): AppLoadContext {
  const { nonce, requestId } = response.locals;
  return {
    place: placeOf(response.req.ip),
    countsFor: (organisationId) => turns.remember(response.req, organisationId),
    sendsMail,
    fitsSetUpCode: (typed) => fitsSetUpCode(secret, typed),
    nonce,
    requestId,
    origin,
    report: (error, route) => log.error({ requestId, route, error: describeError(error) }, "failed"),
    giveCookie: (cookie) => void response.append("Set-Cookie", cookie),
    newLoginToken: null,
    logged: (response.locals["logged"] = { by: null, refused: null }),
  };
}

function files(folder: string): RequestHandler {
  const assets = path.join(folder, "assets") + path.sep;
  return express.static(folder, {
    index: false,
    redirect: false,
    etag: false,
    setHeaders: (response, file) => {
      const hashed = file.startsWith(assets);
      response.setHeader(
        "Cache-Control",
        hashed ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      );
    },
  });
}

function logRequests({ log, build, metrics }: HttpOptions): RequestHandler {
  let pattern: ((path: string) => string) | null = null;
  return (request, response, next) => {
    const began = performance.now();
    response.on("close", async () => {
      pattern ??= routePatterns(await build());
      const { method } = request;
      const route = pattern(request.path);
      const status = response.writableFinished ? response.statusCode : "left";
      const ms = performance.now() - began;
      metrics?.count({ method, route, status: String(status), seconds: ms / 1000 });
      log.info({
        requestId: response.locals.requestId,
        method,
        route,
        status,
        ms: Math.round(ms),
        ...refusal(response),
      });
    });
    next();
  };
}

/** Who was refused, and what by its code: wrong tries at signing in or at a second step, and whatever is not allowed. */
function refusal({ locals, statusCode }: Response): { by?: string; refused?: string } {
  const { by, refused }: Partial<AppLoadContext["logged"]> = locals["logged"] ?? {};
  if (!refused && statusCode < 400) return {};
  return { ...(by && { by }), ...(refused && { refused }) };
}

function lastResort(log: Log): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    log.error(
      { requestId: response.locals.requestId, error: describeError(error) },
      "failed outside the pages",
    );
    if (response.headersSent) response.destroy();
    else answerPlainly(response, 500, "Something went wrong on our side. Nothing was changed.");
  };
}

function listen(app: Express, { host, port }: HttpOptions): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(ARRIVING, app).listen(port, host, () => resolve(server));
    server.on("error", (error: NodeJS.ErrnoException) =>
      reject(
        new StartProblem(
          `Cannot listen on ${host}:${port}${error.code === "EADDRINUSE" ? ": the port is taken. Set PORT to another one" : ` (${error.code})`}.`,
        ),
      ),
    );
  });
}

/** Takes no new connection, lets what is in flight finish, and after 25 seconds cuts what is left. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    // A browser keeps a connection open after its answer: each is closed as soon as it has nothing in flight.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(limit);
      clearInterval(idle);
      resolve();
    });
  });
}
