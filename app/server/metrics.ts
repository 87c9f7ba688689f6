import { createHash, timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { PoolState } from "../data/connection.server";
import { answerPlainly } from "../http/edge";

type Answered = { method: string; route: string; status: string; seconds: number };

/** `count` notes an answered request by the pattern of its route; `page` tells all to whoever has the token. */
export type Metrics = { count: (answered: Answered) => void; page: RequestHandler };

const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Figures for Prometheus: requests, the database's connections, the process. They hold neither ids nor addresses. */
export function openMetrics(token: string, poolState: () => PoolState): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "greenroom_http_requests_total",
    help: "Requests that were answered, by the pattern of their route",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const durations = new Histogram({
    name: "greenroom_http_request_duration_seconds",
    help: "How long answers took, by the pattern of their route",
    labelNames: ["method", "route"],
    buckets: BUCKETS,
    registers,
  });
  new Gauge({
    name: "greenroom_database_connections",
    help: "Connections of this process to the database, and requests that wait for one",
    labelNames: ["state"],
    registers,
    collect() {
      for (const [state, value] of Object.entries(poolState())) this.set({ state }, value);
    },
  });
  return {
    count({ method, route, status, seconds }) {
      requests.inc({ method, route, status });
      durations.observe({ method, route }, seconds);
    },
    async page(request, response) {
      if (!same(request.get("authorization") ?? "", `Bearer ${token}`)) {
        response.set("WWW-Authenticate", "Bearer");
        answerPlainly(response, 401, "This page is for the monitoring of this server.");
        return;
      }
      response.type(registry.contentType).send(await registry.metrics());
    },
  };
}

/** Compared by digests of one length, so that the time tells nothing. */
function same(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
