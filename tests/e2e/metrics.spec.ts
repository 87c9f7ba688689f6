import { expect } from "@playwright/test";
import { paths } from "~/paths";
import { test } from "../support/journey";
import { signInAs, storeForToday } from "../support/signed-in";

const TOKEN = { Authorization: "Bearer for-the-browser-tests" };

test("what is measured is told to whoever has the token, by the patterns of routes and without ids", async ({
  page,
}) => {
  const { amina, sessionId } = await storeForToday("s05");
  await signInAs(page, amina);
  await page.request.get(paths.session(sessionId));
  for (const sent of ["", "Bearer another", "for-the-browser-tests"]) {
    const refused = await page.request.get("/metrics", { headers: { Authorization: sent } });
    expect(refused.status()).toBe(401);
    expect(await refused.text()).not.toContain("greenroom_");
  }
  const told = await page.request.get("/metrics", { headers: TOKEN });
  expect(told.headers()["content-type"]).toContain("text/plain");
  expect(told.headers()["content-security-policy"]).toBeTruthy();
  const text = await told.text();
  expect(text).toMatch(
    /greenroom_http_requests_total\{method="GET",route="\/sessions\/:sessionId",status="200"\} [1-9]/,
  );
  expect(text).toMatch(/greenroom_database_connections\{state="open"\} [1-9]/);
  expect(text).toContain("process_cpu_user_seconds_total");
  for (const hidden of [sessionId, amina.userId, amina.organisationId]) expect(text).not.toContain(hidden);
});
