import { expect, type Page } from "@playwright/test";
import { paths } from "~/paths";
import { markSessionReady } from "~/services/mark-session-ready.server";
import { journey } from "../support/journey";
import { signInAs, storeForToday } from "../support/signed-in";

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });

journey("a session is sent for sign-off and returned with comments", async ({ page, check }) => {
  const { amina, idris, odalys, sessionId } = await storeForToday("s07");

  await signInAs(page, amina);
  await page.goto("/");
  await expect(heading(page, "Your tasks")).toBeVisible();
  await check();
  await page.getByRole("link", { name: "Check and send for sign-off : Open evening" }).click();
  await expect(heading(page, "Check your answers")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Your manager is asked to agree" })).toBeVisible();
  await check();
  await page.getByRole("button", { name: "Mark ready and send for sign-off" }).click();
  await expect(page.getByText("Marked ready and sent for sign-off")).toBeVisible();
  await expect(page.getByText("Waiting for sign-off", { exact: true })).toBeVisible();
  await check();

  await signInAs(page, odalys);
  await page.goto(paths.signOff(sessionId));
  await expect(page.getByText("You host or watch over this session")).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign off", exact: true })).toHaveCount(0);
  await check();

  await signInAs(page, idris);
  await page.goto("/");
  await page.getByRole("link", { name: /^Review/ }).click();
  await expect(heading(page, "Open evening")).toBeVisible();
  await check();
  await page.getByRole("link", { name: "Send it back with comments" }).click();
  await page.getByRole("button", { name: "Send it back" }).click();
  await expect(page.getByRole("link", { name: "Enter what has to change" })).toBeVisible();
  await check();
  await page.getByLabel("What has to change?").fill("Say in the invitation that the stream is public.");
  await page.getByRole("button", { name: "Send it back" }).click();
  await expect(page.getByText("Sent back with your comments")).toBeVisible();

  await signInAs(page, amina);
  await page.goto(paths.session(sessionId));
  await expect(page.getByText("Say in the invitation that the stream is public.")).toBeVisible();
  await check();
});

journey("a session is signed off with a reason, and its planner is told", async ({ page, check }) => {
  const { amina, idris, sessionId } = await storeForToday("s07");
  const marked = await markSessionReady(amina, sessionId, { version: 1 });
  expect(marked.ok).toBe(true);

  await signInAs(page, idris);
  await page.goto(paths.signOff(sessionId));
  await page.getByRole("button", { name: "Sign off", exact: true }).click();
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await check();
  await page.getByLabel("Why do you accept this?").fill("It is for all families, and chat is off.");
  await page.getByLabel("These adults suit this group of young people").check();
  await page.getByLabel("I have looked at the session as it stands on this page").check();
  await page.getByRole("button", { name: "Sign off", exact: true }).click();
  await expect(page.getByText("Everything is in place, and it is signed off.")).toBeVisible();
  await page.goto(paths.readiness(sessionId));
  await check();

  await signInAs(page, amina);
  await page.goto("/");
  await expect(page.getByText("Signed off", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Mark as read" }).click();
  await expect(page.getByText("Marked as read")).toBeVisible();
  await expect(page.getByRole("button", { name: "Mark as read" })).toHaveCount(0);
});

journey("what stands in the way is shown, and forged sending is refused", async ({ page, check }) => {
  const { amina, sorrel, sessionId } = await storeForToday("s01");
  await signInAs(page, amina);
  await page.goto(paths.readiness(sessionId));
  await expect(page.getByText("1 thing to put right")).toBeVisible();
  await check();
  await page.goto(paths.checkAnswers(sessionId));
  await expect(page.getByRole("button", { name: "Mark ready and send for sign-off" })).toHaveCount(0);
  await check();

  const forged = { submissionId: crypto.randomUUID(), version: "1" };
  const headers = { origin: process.env.TESTED_ORIGIN ?? "" };
  const sent = await page.request.post(paths.checkAnswers(sessionId), { form: forged, headers });
  expect(sent.status()).toBe(422);
  expect(await sent.text()).toContain("Something still has to be put right");

  await signInAs(page, sorrel);
  const stranger = await page.request.post(paths.checkAnswers(sessionId), { form: forged, headers });
  expect(stranger.status()).toBe(404);
});

journey("a session that is over is recorded late; another is cancelled", async ({ page, check }) => {
  const late = await storeForToday("s12");
  await signInAs(page, late.amina);
  await page.goto(paths.session(late.sessionId));
  await page.getByRole("link", { name: "Record a session that has already happened" }).click();
  await page.getByRole("button", { name: "Put it on record" }).click();
  await expect(page.getByRole("link", { name: "Enter why it was not put on record before" })).toBeVisible();
  await check();
  await page.getByLabel("Why was it not planned and signed off here?").fill("We had no Greenroom then.");
  await page.getByRole("button", { name: "Put it on record" }).click();
  await expect(page.getByText("Recorded late", { exact: true })).toBeVisible();
  await check();

  const next = await storeForToday("s07");
  await signInAs(page, next.amina);
  await page.goto(paths.session(next.sessionId));
  await page.getByRole("link", { name: "Cancel this session" }).click();
  await check();
  await page.getByLabel("Why is it cancelled?").fill("The hall is flooded.");
  await page.getByRole("button", { name: "Cancel the session" }).click();
  await expect(page.getByText("The hall is flooded.")).toBeVisible();
  await check();
});

journey("the list of sessions is filtered by its address", async ({ page, check }) => {
  const { amina, sorrel } = await storeForToday("s07");
  await signInAs(page, amina);
  await page.goto(paths.sessions);
  await expect(page.getByRole("link", { name: "Open evening" })).toBeVisible();
  await check();
  await page.goto(`${paths.sessions}?status=signed_off&kind=nonsense`);
  await expect(page.getByText("No session is like that")).toBeVisible();
  await expect(page.getByText("could not be read")).toBeVisible();
  await check();
  await page.getByRole("link", { name: "Remove this filter: Signed off" }).click();
  await expect(page.getByRole("link", { name: "Open evening" })).toBeVisible();

  await signInAs(page, sorrel);
  await page.goto(paths.sessions);
  await expect(page.getByText("No sessions to come")).toBeVisible();
  await check();
  await page.goto("/");
  await expect(page.getByText("Nothing needs you")).toBeVisible();
  await check();
});
