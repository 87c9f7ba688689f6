import { expect, test } from "vitest";
import { readConfiguration } from "./configuration";

const SECRET = "s".repeat(32);

test("an empty environment is enough: everything has a default, and the database is the built-in one", () => {
  expect(readConfiguration({})).toEqual({
    ok: true,
    configuration: {
      port: 3000,
      host: "127.0.0.1",
      origin: "http://localhost:3000",
      dataDirectory: ".data",
      database: null,
      sessionSecret: null,
      smtpUrl: null,
      trustedProxies: 0,
      metricsToken: null,
      logLevel: "info",
    },
  });
});

test("an empty variable counts as absent", () => {
  expect(readConfiguration({ PORT: "", DATABASE_URL: "" })).toEqual(readConfiguration({}));
});

test("the origin follows the port, and is open while the port is", () => {
  expect(readConfiguration({ PORT: "8080" })).toMatchObject({
    configuration: { origin: "http://localhost:8080" },
  });
  expect(readConfiguration({ PORT: "0" })).toMatchObject({ configuration: { port: 0, origin: null } });
});

test("migrations use the application's own address when the owner's is not given", () => {
  const url = "postgres://greenroom@db/greenroom";
  expect(readConfiguration({ DATABASE_URL: url, SESSION_SECRET: SECRET })).toMatchObject({
    configuration: { database: { applicationUrl: url, ownerUrl: url } },
  });
});

test.each([
  [{ PORT: "http" }, ["PORT must be a port number from 0 to 65535."]],
  [{ PORT: "70000" }, ["PORT must be a port number from 0 to 65535."]],
  [{ PORT: "80.5" }, ["PORT must be a port number from 0 to 65535."]],
  [{ METRICS_TOKEN: "short" }, ["METRICS_TOKEN must have at least 16 characters."]],
  [{ TRUSTED_PROXIES: "-1" }, ["TRUSTED_PROXIES must be a number from 0 to 9."]],
  [{ APP_ORIGIN: "greenroom" }, ["APP_ORIGIN must be an address such as https://greenroom.example.org."]],
  [
    { APP_ORIGIN: "https://a.example/plan" },
    ["APP_ORIGIN must be an origin alone: no path and no slash at the end."],
  ],
  [
    { DATABASE_URL: "mysql://db", SESSION_SECRET: SECRET },
    ["DATABASE_URL must be a PostgreSQL address (postgres://…)."],
  ],
  [
    { DATABASE_URL: "postgres://db/x" },
    ["SESSION_SECRET must be given together with DATABASE_URL (at least 32 random characters)."],
  ],
  [{ MIGRATION_DATABASE_URL: "postgres://db/x" }, ["MIGRATION_DATABASE_URL needs DATABASE_URL beside it."]],
  [{ SESSION_SECRET: "short" }, ["SESSION_SECRET must have at least 32 characters."]],
  [{ SMTP_URL: "mail" }, ["SMTP_URL must be a mail server's address (smtp://…)."]],
])("%j is refused with one line a problem", (source, problems) => {
  expect(readConfiguration(source)).toEqual({ ok: false, problems });
});

test("every problem is told at once, and none repeats a value, which may be a secret", () => {
  const outcome = readConfiguration({ PORT: "hunter2", SESSION_SECRET: "hunter2", SMTP_URL: "hunter2" });
  expect(outcome).toMatchObject({ ok: false });
  const told = "problems" in outcome ? outcome.problems : [];
  expect(told).toHaveLength(3);
  expect(told.join()).not.toContain("hunter2");
});
