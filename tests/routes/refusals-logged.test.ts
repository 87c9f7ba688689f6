import { expect } from "vitest";
import { newId } from "~/data/new-id.server";
import { makeOrganisation, PASSWORD } from "../factories/organisation";
import { ask, formHeaders, header, type Answer } from "../support/ask";
import { loginToken } from "../support/login-token";
import { test } from "../support/served";

// The first of these tests to run may have to build the application.
test(
  "wrong tries and what is not allowed are in the log, by code and person, and without an address",
  { timeout: 300_000 },
  async ({ served }) => {
    const actor = await makeOrganisation(["planner"]);
    const email = `${actor.userId}@lanternmoor.example`;
    const cookie = `greenroom=${await loginToken(actor, { confirmed: false })}`;
    const send = (path: string, entries: Record<string, string>, headers: Record<string, string> = {}) =>
      ask(served.origin, {
        method: "POST",
        path,
        headers: { ...formHeaders(served.origin), ...headers },
        body: new URLSearchParams({ submissionId: newId(), ...entries }).toString(),
      });
    const asked = {
      wrongPassword: await send("/sign-in", { email, password: "not the right one" }),
      wrongCode: await send("/confirm", { passcode: "000000" }, { cookie }),
      forbidden: await ask(served.origin, { method: "GET", path: "/settings/users", headers: { cookie } }),
      notFound: await ask(served.origin, {
        method: "GET",
        path: `/sessions/${newId()}`,
        headers: { cookie },
      }),
      right: await send("/sign-in", { email, password: PASSWORD }),
    };
    const by = actor.userId;
    // A line is written when its answer has left, which may be after it arrived.
    await expect
      .poll(() => Object.entries(asked).map(([name, answer]) => [name, lineOf(served.output(), answer)]))
      .toEqual([
        ["wrongPassword", { status: 422, refused: "wrong_details" }],
        ["wrongCode", { status: 302, refused: "no_second_factor", by }],
        ["forbidden", { status: 403, by }],
        ["notFound", { status: 404, by }],
        ["right", { status: 303 }],
      ]);
    expect(served.output()).not.toContain(email);
  },
);

/** What the log says of a request, beside what it says of each. */
function lineOf(output: string, answer: Answer): Record<string, unknown> {
  const reference = header(answer, "x-request-id");
  const line = output.split("\n").find((one) => one.includes(reference) && one.includes('"route"'));
  const said: Record<string, unknown> = JSON.parse(line ?? "{}");
  return Object.fromEntries(
    ["status", "refused", "by"].flatMap((name) => (name in said ? [[name, said[name]]] : [])),
  );
}
