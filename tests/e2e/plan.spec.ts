import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { paths } from "~/paths";
import { addPlatformModes } from "~/services/add-platform-modes.server";
import { choosePlatforms } from "~/services/choose-platforms.server";
import { journey } from "../support/journey";
import { signInAs, storeForToday } from "../support/signed-in";
import { signOffToday } from "../support/signed-off-today";

const save = (page: Page) => page.getByRole("button", { name: "Save and continue" }).click();
/** The same, where it is well-formed: waits for the page that follows. */
async function saved(page: Page) {
  await save(page);
  await expect(page.getByText(/^Saved/)).toBeVisible();
}
const group = (page: Page, name: string | RegExp) => page.getByRole("group", { name, exact: true });

journey("platform and privacy, from nothing to settings that somebody looked at", async ({ page, check }) => {
  const { amina, sessionId } = await storeForToday("s07-variant-blank", {
    change: ({ session }) => {
      session.platforms = [];
    },
  });
  await signInAs(page, amina);
  await page.goto(paths.platform(sessionId));
  await check();
  await page.getByRole("link", { name: "Continue: Choose the platform" }).click();
  await expect(page).toHaveURL(/\/choose$/);
  await check();
  expect(await addPlatformModes(amina, ["zoom-meeting"])).toMatchObject({ ok: true });
  await page.reload();
  const entry = page.getByLabel("Where do young people join?");
  await page.getByText("The stream is passed on to another platform").click();
  await entry.selectOption({ label: "Zoom meeting" });
  await page.getByLabel("Passed on to").selectOption({ label: "Zoom meeting" });
  await save(page);
  await expect(page.getByRole("link", { name: "Select each platform only once" })).toBeVisible();
  await check();
  await page.getByLabel("Passed on to").selectOption("");
  await save(page);
  await page.getByRole("button", { name: "Change the platform" }).click();

  await page.getByRole("link", { name: "Settings of Zoom meeting", exact: true }).click();
  await check();
  for (const name of ["Who can join", "Waiting room", "Locking after the start", "Chat", "Recording"])
    await group(page, name).getByRole("radio").first().check();
  await group(page, "Who can find the stream").getByLabel("Otherwise, because…").check();
  await page.getByLabel("Who can find the stream: how and why?").fill("Open evening for families");
  for (const name of ["Private messages between participants", "Changing one’s own name", "Sharing screens"])
    await group(page, name).getByLabel("Cannot be set here").check();
  await page.getByLabel("I have looked at these settings").check();
  await save(page);
  await expect(page.getByText("9 of 9 answered; looked at by somebody")).toBeVisible();
});

journey("what is shown and kept, and who can watch", async ({ page, check }) => {
  const { amina, sessionId } = await storeForToday("s07-variant-blank");
  await signInAs(page, amina);
  await page.goto(paths.platform(sessionId));
  await page.getByRole("link", { name: "What is shown and kept", exact: true }).click();
  await check();
  await group(page, "Do you record it?").getByLabel("Yes").check();
  await group(page, "By when is it deleted?").getByLabel("Day").fill("45");
  await page.getByLabel("Take photos or screenshots").check();
  await page.getByLabel("What are they for?").fill("Our web page");
  await group(page, /^Until when are they kept/)
    .getByLabel("Day")
    .fill("46");
  await save(page);
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Kept until must include/ })).toBeVisible();
  await expect(page.getByLabel("What are they for?")).toHaveValue("Our web page");
  await check();
  await group(page, "Do you record it?").getByLabel("No", { exact: true }).check();
  await page.getByLabel("Take photos or screenshots").uncheck();
  await save(page);
  await expect(page.getByText(/not recorded$/)).toBeVisible();

  await page.getByRole("link", { name: "Who can watch", exact: true }).click();
  await check();
  await group(page, "Can you limit who watches?").getByLabel("No", { exact: true }).check();
  await page.getByLabel("Why do you go ahead without a limit?").fill("Open to all families");
  await group(page, "Could others save the stream and pass it on?").getByLabel("Yes").check();
  await page.getByLabel("What do you do about it?").fill("First names only");
  await save(page);
  await expect(page.getByText("Not limited: Open to all families")).toBeVisible();
  await check();
});

journey("a change of platform says what it undoes before it does", async ({ page, check }) => {
  const stored = await storeForToday("s04-twin-last-good-day");
  const { amina, sessionId } = stored;
  await addPlatformModes(amina, ["youtube-private"]);
  await signOffToday(stored);
  await signInAs(page, amina);
  await page.goto(paths.choosePlatforms(sessionId));
  await page.getByLabel("Where do young people join?").selectOption({ label: "YouTube – private" });
  await save(page);
  await expect(page.getByRole("heading", { level: 1, name: "Change the platform?" })).toBeVisible();
  await expect(page.getByText("The sign-off will lapse.")).toBeVisible();
  await expect(page.getByText("5 young people to brief again")).toBeVisible();
  await check();
  await page.getByRole("link", { name: "Keep it as it is" }).click();
  await expect(page.getByText("Teams meeting").first()).toBeVisible();

  await page.goto(paths.choosePlatforms(sessionId));
  await page.getByLabel("Where do young people join?").selectOption({ label: "YouTube – private" });
  await save(page);
  await page.getByRole("button", { name: "Change the platform" }).click();
  await expect(page.getByText("Saved. The sign-off has lapsed.")).toBeVisible();
  await check();
});

journey("somebody else chose a platform in the meantime", async ({ page, check }) => {
  const { amina, sessionId, record } = await storeForToday("s03");
  const added = await addPlatformModes(amina, ["teams-meeting"]);
  const teams = added.ok ? (added.value.modeIds[0] ?? "") : "";
  await signInAs(page, amina);
  await page.goto(paths.choosePlatforms(sessionId));
  await choosePlatforms(amina, sessionId, { modeIds: [teams] }, { version: 1 });
  await page.getByLabel("Where do young people join?").selectOption(record.platformModes[0]?.id ?? "");
  await save(page);
  await expect(
    page.getByRole("heading", { level: 1, name: "This has changed since you opened it" }),
  ).toBeVisible();
  await check();
});

journey("what the planner offers to young people with access needs", async ({ page, check }) => {
  const { amina, sessionId } = await storeForToday("edge-need-without-a-feature");
  await signInAs(page, amina);
  await page.goto(paths.accessibility(sessionId));
  await expect(page.getByText("Not met yet")).toBeVisible();
  await check();
  await page.getByText("Arrange something else").click();
  await page.locator("#more-how").fill("Breaks every ten minutes");
  await save(page);
  await expect(page.getByRole("link", { name: "Select what the arrangement is for" })).toBeVisible();
  await check();
  await page.locator("#more-need").selectOption({ label: "Breaks" });
  await page.getByLabel(/: what do you arrange\?/).fill("Wren signs beside the stream");
  await page.getByLabel("We asked about access needs and tried the features").check();
  await saved(page);
  await page.goto(paths.accessibility(sessionId));
  await expect(page.getByText("Not met yet")).toBeHidden();
});

journey("what only the safeguarding lead records", async ({ page, check }) => {
  const stored = await storeForToday("s03", {
    change: (record) => {
      record.statements = record.statements.filter(({ kind }) => kind !== "lead_considered");
    },
  });
  const { amina, petra, idris, sessionId } = stored;
  await signInAs(page, amina);
  await page.goto(paths.sensitivities(sessionId));
  await expect(page.getByText("The safeguarding lead has not looked yet.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Record what you considered" })).toBeHidden();
  await check();
  await page.getByLabel("What is the session about?").fill("");
  await page.getByLabel("Bereavement").check();
  await save(page);
  await expect(page.getByRole("link", { name: "Enter what the session is about" })).toBeVisible();
  await page.getByLabel("What is the session about?").fill("Saying goodbye to a school");
  await page.getByLabel("I thought of each young person").check();
  await saved(page);
  expect((await page.goto(paths.leadConsiders(sessionId)))?.status()).toBe(403);

  await signInAs(page, petra);
  await page.goto(paths.sensitivities(sessionId));
  await check();
  await page.getByRole("link", { name: "Record what you considered" }).click();
  await check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: "Select whether arrangements are in place" })).toBeVisible();
  await check();
  await page.getByRole("radio", { name: "Yes" }).check();
  await page.getByLabel("What is arranged?").fill("Wren stays for an hour");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Wren stays for an hour")).toBeVisible();

  await signInAs(page, idris);
  await page.goto(paths.platform(sessionId));
  await expect(page.getByText("Its planner can change it.")).toBeVisible();
  expect((await page.goto(paths.platformShown(sessionId)))?.status()).toBe(403);
});

journey("accounts, boundaries and what is stated about them", async ({ page, check }) => {
  const { amina, sessionId } = await storeForToday("s03");
  await signInAs(page, amina);
  await page.goto(paths.boundaries(sessionId));
  await check();
  await page.getByLabel("Text of the invitation").fill("Ring Odalys on 07700 900123");
  await page.getByLabel("Who agreed it?").fill("");
  await save(page);
  await expect(page.getByRole("link", { name: "Enter who agreed the risk assessment" })).toBeVisible();
  await check();
  await page.getByLabel("Who agreed it?").fill("Idris Marrowby");
  await save(page);
  await expect(page.getByRole("link", { name: /The invitation changed: tick again/ })).toBeVisible();
  await page.getByLabel("No personal details of staff are given out").check();
  await saved(page);
  await page.goto(paths.boundaries(sessionId));
  await expect(
    page.getByText("The invitation holds a telephone number that is not the organisation's."),
  ).toBeVisible();
  await check();
});

journey("what the organiser of a joined stream told", async ({ page, check }) => {
  const { amina, sessionId } = await storeForToday("s06", {
    change: ({ session }) => {
      session.organiser = null;
    },
  });
  await signInAs(page, amina);
  await page.goto(paths.organiser(sessionId));
  await check();
  await page.getByLabel("What will be in it?").fill("Poems and short films");
  await save(page);
  await expect(page.getByRole("link", { name: "Enter who runs the stream" })).toBeVisible();
  await check();
  await page.getByLabel("Who runs the stream?").fill("Kestrel & Plum Arts Festival");
  await page.getByLabel("Who told you?").fill("The producer");
  const told = group(page, "When did they tell you?");
  await told.getByLabel("Day").fill("20");
  await told.getByLabel("Month").fill("nov");
  await told.getByLabel("Year").fill("2026");
  await group(page, "Does it suit the young people who watch?").getByLabel("Yes").check();
  await group(page, "Will the stream be saved?").getByLabel("They have not said").check();
  await saved(page);
  await page.goto(paths.organiser(sessionId));
  await expect(page.getByLabel("What will be in it?")).toHaveValue("Poems and short films");
  await expect(group(page, "Will the stream be saved?").getByLabel("They have not said")).toBeChecked();
  await page.goto(paths.platformWatchers(sessionId));
  await expect(page.getByText("Somebody else hosts this stream")).toBeVisible();
  await check();
});

journey("the notice to an audience that is not named", async ({ page, check }) => {
  const { amina, sessionId } = await storeForToday("s11-variant-audience-no-notice");
  await signInAs(page, amina);
  await page.goto(paths.audienceNotice(sessionId));
  await check();
  await save(page);
  await expect(page.getByRole("link", { name: "Enter where the notice stands" })).toBeVisible();
  await check();
  for (const box of await group(page, "What does the notice say?").getByRole("checkbox").all())
    await box.check();
  await page.getByLabel("Where does it stand?").fill("The opening slide");
  const from = group(page, "From which date does it stand there?");
  await from.getByLabel("Day").fill("1");
  await from.getByLabel("Month").fill("11");
  await from.getByLabel("Year").fill("2026");
  await page.getByLabel("From what time?").fill("3pm");
  await page.getByLabel("Whom does it name to turn to").fill("hello@lanternmoor.example");
  await page.getByLabel("No child is on camera or heard").check();
  await saved(page);
  await page.goto(paths.audienceNotice(sessionId));
  await expect(page.getByLabel("Where does it stand?")).toHaveValue("The opening slide");
  await check();
});
