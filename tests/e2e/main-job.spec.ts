import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import { Temporal } from "temporal-polyfill";
import { paths } from "~/paths";
import { codeAt } from "~/services/one-time-code";
import { test } from "../support/journey";
import { startApplication, type RunningApplication } from "../support/running-application";

const run = promisify(execFile);
const CLI = fileURLToPath(new URL("../../app/cli/greenroom.js", import.meta.url));
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const group = (page: Page, name: string | RegExp) => page.getByRole("group", { name, exact: true });
const choose = (page: Page, question: string | RegExp, answer: string) =>
  group(page, question).getByLabel(answer, { exact: true }).check();

/** Saves, and waits until the page says so; the page before it may have said the same. */
async function save(page: Page, button = "Save and continue") {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await press(page, button);
  await answered;
  await expect(page.getByRole("alert")).toContainText("Done");
}

/** Types a date, or one less exact, into the fields of a question. */
async function fillDate(page: Page, question: string | RegExp, date: Temporal.PlainDate) {
  for (const [part, value] of [
    ["Day", date.day],
    ["Month", date.month],
    ["Year", date.year],
  ] as const)
    await group(page, question).getByLabel(part).fill(String(value));
}

/** An application of its own, on an empty folder, as on a fresh machine. */
const onAnEmptyFolder = test.extend<{ application: RunningApplication }>({
  application: async ({}, use) => {
    const dataDirectory = mkdtempSync(path.join(tmpdir(), "greenroom-main-job-"));
    // As root, PostgreSQL runs as another system user, who has to reach the folder.
    chmodSync(dataDirectory, 0o755);
    const application = await startApplication({ DATA_DIR: dataDirectory });
    await use(application);
    await application.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  },
  baseURL: async ({ application }, use) => use(application.origin),
});

for (const javaScriptEnabled of [true, false])
  onAnEmptyFolder.describe(() => {
    onAnEmptyFolder.use({ javaScriptEnabled });
    onAnEmptyFolder(
      `the main job from an empty folder to the exported record, ${javaScriptEnabled ? "with" : "without"} JavaScript`,
      async ({ page, check, application }, info) => {
        info.setTimeout(400_000);
        const sam = newcomer("sam", "otter lantern gravel");
        const idris = newcomer("idris", "copper violin meadow");
        await setUp(page, check, { address: setUpAddressOf(application), administrator: sam });
        await addTheApprover(page, { approver: idris, administrator: sam });
        await stateWhatHoldsForEverySession(page);
        await checkThePlatform(page);
        await putAdultsOnRecord(page);
        await page.goto(paths.home);
        await expect(page.getByRole("heading", { name: "Nothing needs you" })).toBeVisible();
        const session = await makeADraft(page);
        await describeTheSession(page, session);
        await setUpThePlatform(page, session);
        await chooseTheAdults(page, session);
        await addTheYoungPerson(page, session);
        await settleAccessibilityAndSubjects(page, session);
        await agreeAccountsAndBoundaries(page, session);
        await recordTheAnswers(page, session);
        await recordTheBriefing(page, session);
        await refuseAWrongPassword(page, check);
        await signInAs(page, idris);
        await considerAsLead(page, session);
        await signInAs(page, sam);
        await markReady(page, session);
        await signInAs(page, idris);
        await signOff(page);
        await exportAndCheck(page, session);
      },
    );
  });

const inDays = (days: number) => Temporal.Now.plainDateISO("Europe/London").add({ days });

/** What the terminal tells whoever started Greenroom. */
function setUpAddressOf(application: RunningApplication): string {
  return /Make the first one: (\S+)/.exec(application.output())?.[1] ?? "";
}

type FirstRun = { address: string; administrator: Staff };

async function setUp(page: Page, check: () => Promise<void>, { address, administrator }: FirstRun) {
  await page.goto("/");
  await expect(page.getByLabel("Set-up code")).toHaveValue("");
  await page.goto(address);
  await press(page, "Set up");
  await expect(page.getByRole("link", { name: "Enter the name of your organisation" })).toBeVisible();
  await check();
  await page.getByLabel("Name of the organisation").fill("Brackenford Youth Advice");
  await choose(page, "Where are you based?", "England");
  await page.getByLabel("Your name").fill("Sam Birch");
  await page.getByLabel("Your email address").fill("sam@brackenford.example");
  await page.getByLabel("Choose a password").fill("otter lantern gravel");
  const code = await page.getByLabel("Set-up code").inputValue();
  await page.getByLabel("Set-up code").fill("2222-2222");
  await press(page, "Set up");
  await expect(page.getByRole("link", { name: "This is not the set-up code" })).toBeVisible();
  await page.getByLabel("Set-up code").fill(code.toLowerCase());
  await page.getByLabel("Choose a password").fill("otter lantern gravel");
  await save(page, "Set up");
  await setUpSecondStep(page, administrator);
  await expect(page.getByRole("heading", { name: "Set up once, for every session" })).toBeVisible();
  await check();
}

type Staff = { email: string; password: string; recoveryCodes: string[] };

function newcomer(who: string, password: string): Staff {
  return { email: `${who}@brackenford.example`, password, recoveryCodes: [] };
}

/** Sets up an authenticator app where a page has asked for it, and keeps the recovery codes. */
async function setUpSecondStep(page: Page, staff: Staff) {
  await expect(page.getByRole("heading", { level: 1, name: "Set up your second step" })).toBeVisible();
  const key = await page.locator("input[name=key]").inputValue();
  await page.getByLabel("Six-digit code").fill(codeAt(key, Temporal.Now.instant().toString()));
  await page.getByLabel("Your password").fill(staff.password);
  await press(page, "Set up");
  await expect(page.getByRole("heading", { level: 1, name: "Keep your recovery codes" })).toBeVisible();
  staff.recoveryCodes.push(...(await page.getByText(/^\w{4}(-\w{4}){2}$/).allTextContents()));
  await page.getByRole("link", { name: "I have kept them" }).click();
}

async function addTheApprover(
  page: Page,
  { approver, administrator }: { approver: Staff; administrator: Staff },
) {
  await page.goto(paths.invite);
  await page.getByLabel("Name", { exact: true }).fill("Idris Marrowby");
  await page.getByLabel("Approver").check();
  await page.getByLabel("Safeguarding lead").check();
  await press(page, "Invite them");
  const code = (await page.getByText(/^\w{4}(-\w{4}){3}$/).textContent()) ?? "";
  await page.context().clearCookies();
  await page.goto(paths.code);
  await page.getByLabel("Code").fill(code);
  await press(page, "Continue");
  await page.getByLabel("Your email address").fill(approver.email);
  await page.getByLabel("Choose a password").fill(approver.password);
  await press(page, "Join");
  await expect(page.getByRole("heading", { name: "Nearly there" })).toBeVisible();
  await signInAs(page, administrator);
  await page.goto(paths.users);
  await page.getByRole("link", { name: "Idris Marrowby" }).click();
  await page.getByLabel(/^I see Idris Marrowby/).check();
  await save(page, "Confirm and let them in");
}

async function stateWhatHoldsForEverySession(page: Page) {
  await page.goto(paths.contacts);
  await page.getByLabel("Telephone number").check();
  await page.getByLabel("Number, address or account").fill("01632 960100");
  await save(page, "Add the contact");
  await page.goto(paths.accounts);
  await page.getByLabel("Which account is it?").fill("Google Meet: events@brackenford.example");
  await save(page, "Approve the account");
  await page.goto(paths.organisationStatements);
  await answerEveryQuestion(page);
  await save(page, "State this");
}

async function answerEveryQuestion(page: Page) {
  await expect(page.getByRole("radio", { name: "Yes", exact: true }).first()).toBeVisible();
  for (const answer of await page.getByRole("radio", { name: "Yes", exact: true }).all())
    await answer.check();
}

async function checkThePlatform(page: Page) {
  await page.goto(paths.addPlatform);
  await page.getByLabel("Google Meet").check();
  await save(page, "Add");
  await page.getByRole("link", { name: "Google Meet" }).click();
  await page.getByRole("link", { name: "Change what is known" }).click();
  await page.getByLabel("How do you report offensive or abusive content on it?").fill("Report abuse");
  await save(page, "Save");
  await page.getByLabel("I have checked this platform’s current rules").check();
  await save(page, "Record the check");
}

async function putAdultsOnRecord(page: Page) {
  for (const name of ["Odalys Fennimore", "Wren Okonjo", "Petra Lindqvist"]) {
    await page.goto(paths.addAdult);
    await page.getByLabel("What is their name?").fill(name);
    await choose(page, "Are they 18 or over?", "Yes");
    await save(page);
    await page.getByRole("link", { name: "Record a check" }).click();
    await page.getByLabel("DBS (England and Wales)").check();
    await page.getByLabel("Enhanced", { exact: true }).check();
    await page.getByLabel("Children", { exact: true }).check();
    await fillDate(page, "When was it issued?", inDays(-200));
    await choose(page, "Is it on the Update Service?", "No");
    await choose(page, /^Has the organisation cleared/, "Yes");
    await save(page);
    await page.getByRole("link", { name: "Record training" }).click();
    await page.getByLabel("What was the training?").fill("Safeguarding young people online");
    await fillDate(page, "When was it completed?", inDays(-100));
    await save(page);
    await page.getByRole("link", { name: "Record or renew the statements" }).click();
    await answerEveryQuestion(page);
    await save(page);
  }
}

async function makeADraft(page: Page) {
  await page.goto(paths.newSession);
  await page.getByLabel("We do").check();
  await page.getByLabel("Title").fill("Poetry evening");
  await fillDate(page, "When is it?", inDays(21));
  await page.getByLabel("Start").fill("6pm");
  await page.getByLabel("End").fill("6:45pm");
  await save(page, "Make a draft");
  return page.url();
}

/** Opens a part of the session from its list of tasks. */
async function openTask(page: Page, session: string, task: string) {
  await page.goto(session);
  await page.getByRole("link", { name: task, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: task })).toBeVisible();
}

async function describeTheSession(page: Page, session: string) {
  await openTask(page, session, "Details");
  await choose(page, "What is it for?", "An activity");
  await page.getByLabel("Place").fill("The hall");
  await choose(page, "What kind of place is it?", "A hall, studio or other open room");
  await choose(page, /^Is it open and appropriate/, "Yes");
  await save(page);
}

async function setUpThePlatform(page: Page, session: string) {
  await openTask(page, session, "Platform and privacy");
  await page.getByRole("link", { name: "Choose the platform", exact: true }).click();
  await page.getByLabel("Where do young people join?").selectOption({ label: "Google Meet" });
  await save(page);
  await page.getByRole("link", { name: "Settings of Google Meet", exact: true }).click();
  await page.getByLabel("I have looked at these settings").check();
  for (const setting of await page.getByRole("main").getByRole("group").all())
    await setting.getByRole("radio").first().check();
  await save(page);
  await page.getByRole("link", { name: "Who can watch", exact: true }).click();
  await choose(page, "Can you limit who watches?", "Yes");
  await page.getByLabel("How is it limited?").fill("A waiting room, and only people whom we invited");
  await choose(page, "Could others save the stream and pass it on?", "Yes");
  await page.getByLabel("What do you do about it?").fill("Made-up names and no faces");
  await save(page);
}

async function chooseTheAdults(page: Page, session: string) {
  await assign(page, session, "Odalys Fennimore", "Host");
  await save(page);
  await assign(page, session, "Wren Okonjo", "Observer");
  await save(page);
  await assign(page, session, "Wren Okonjo", "Support contact");
  await page.getByLabel(/^How do young people reach/).fill("01632 960102");
  await save(page);
  await assign(page, session, "Petra Lindqvist", "Safeguarding lead on call");
  await page.getByLabel("How can Petra Lindqvist be reached?").fill("01632 960103");
  await page.getByLabel("From when?").fill("5pm");
  await page.getByLabel("Until when?").fill("8pm");
  await save(page);
  await page.goto(`${session}/adults/reporter`);
  await page.getByLabel("Odalys Fennimore").check();
  await save(page);
}

async function assign(page: Page, session: string, name: string, role: string) {
  await page.goto(`${session}/adults/add`);
  await choose(page, "What will they do?", role);
  await page.getByLabel("Choose an adult").selectOption({ label: name });
  await save(page);
  await page.getByLabel(`${name} has said that they will do this`).check();
  await choose(page, `Which device does ${name} use?`, "The organisation's");
}

async function addTheYoungPerson(page: Page, session: string) {
  await openTask(page, session, "Who takes part");
  await page.getByRole("link", { name: "Add a young person" }).click();
  await page.getByLabel("What name do others see?").fill("Comet");
  await page.getByLabel(/^We hold no surname/).check();
  await group(page, "When were they born?").getByLabel("Month").fill("5");
  await group(page, "When were they born?")
    .getByLabel("Year")
    .fill(String(inDays(0).year - 17));
  await page.getByLabel("With a guest link, without an account").check();
  await page.getByLabel("Captions or subtitles").check();
  await save(page, "Save");
}

async function settleAccessibilityAndSubjects(page: Page, session: string) {
  await openTask(page, session, "Accessibility");
  await page.getByLabel("Live captions").check();
  await page.getByLabel("We asked about access needs and tried the features").check();
  await save(page);
  await openTask(page, session, "Sensitivities");
  await page.getByLabel("What is the session about?").fill("Reading our own poems");
  await page.getByLabel("I thought of each young person").check();
  await save(page);
}

async function agreeAccountsAndBoundaries(page: Page, session: string) {
  await openTask(page, session, "Accounts and boundaries");
  const account = "Google Meet: events@brackenford.example";
  await page.getByLabel("From which account do invitations go?").selectOption(account);
  await page.getByLabel("Which account runs the stream?").selectOption(account);
  await page.getByLabel("Where can young people ask questions?").selectOption("01632 960100");
  await page.getByLabel("Text of the invitation").fill("Bring a poem of your own.");
  await choose(page, "Is the link shared only with those who take part?", "Yes");
  await fillDate(page, /^When was it done\?/, inDays(0));
  await page.getByLabel("Who agreed it?").fill("Idris Marrowby");
  for (const statement of await group(page, "Tick what is so").getByRole("checkbox").all())
    await statement.check();
  await save(page);
}

async function recordTheAnswers(page: Page, session: string) {
  await openTask(page, session, "Consent");
  await page.getByRole("link", { name: "Record what Comet answers" }).click();
  await choose(page, "Who answered?", "Comet themselves");
  await answerEveryQuestion(page);
  await choose(page, "How did they tell you?", "In person");
  await page.getByLabel(/^They understood/).check();
  await save(page, "Save the answer");
}

async function recordTheBriefing(page: Page, session: string) {
  await openTask(page, session, "Briefing");
  await group(page, "Who was there?").getByLabel("Comet").check();
  await choose(page, "How?", "In person");
  await page.getByLabel("All six points").check();
  await save(page, "Save the briefing");
}

async function refuseAWrongPassword(page: Page, check: () => Promise<void>) {
  await press(page, "Sign out");
  await page.getByLabel("Email address").fill("idris@brackenford.example");
  await page.getByLabel("Password").fill("not the password");
  await press(page, "Sign in");
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await expect(page.getByLabel("Email address")).toHaveValue("idris@brackenford.example");
  await check();
}

/** Signs in with both steps. A code of the app works once, so whoever has given one brings a recovery code. */
async function signInAs(page: Page, staff: Staff) {
  await page.context().clearCookies();
  await page.goto(`${paths.signIn}?next=${paths.confirm}`);
  await page.getByLabel("Email address").fill(staff.email);
  await page.getByLabel("Password").fill(staff.password);
  await press(page, "Sign in");
  const code = staff.recoveryCodes.pop();
  if (code === undefined) await setUpSecondStep(page, staff);
  else {
    await page.getByLabel("Code from your authenticator app").fill(code);
    await press(page, "Continue");
    await expect(page.getByText("You used one of your recovery codes")).toBeVisible();
  }
  await page.goto(paths.home);
  await expect(page.getByRole("heading", { level: 1, name: "Your tasks" })).toBeVisible();
}

async function considerAsLead(page: Page, session: string) {
  await page.goto(session);
  await page.getByRole("link", { name: "Sensitivities", exact: true }).click();
  await choose(page, "Have you considered them, and are arrangements in place?", "Yes");
  await save(page, "Save");
}

async function markReady(page: Page, session: string) {
  await page.goto(`${session}/readiness`);
  await expect(page.getByText("44 of 45 in place")).toBeVisible();
  await page.getByRole("link", { name: "Check and send for sign-off" }).click();
  await press(page, "Mark ready and send for sign-off");
  await expect(page.getByText("Waiting for sign-off", { exact: true })).toBeVisible();
}

async function signOff(page: Page) {
  await page.getByRole("link", { name: /^Review/ }).click();
  await page.getByLabel("Why do you accept this?").fill("Two adults who know Comet stay with them.");
  await page.getByLabel("These adults suit this group of young people").check();
  await page.getByLabel("I have looked at the session as it stands on this page").check();
  await press(page, "Sign off");
  await expect(page.getByText("Everything is in place, and it is signed off.")).toBeVisible();
}

/** What is exported is read by the command line, which comes to the same result on its own. */
async function exportAndCheck(page: Page, session: string) {
  await page.goto(`${session}/export`);
  await page.getByLabel("JSON", { exact: true }).check();
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, "Export")]);
  const exported = await file.path();
  expect(await readFile(exported, "utf8")).not.toContain("Comet");
  const { stdout } = await run(process.execPath, [CLI, "check", exported, "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({
    ready: true,
    redacted: true,
    blockers: [],
    needsAcceptance: [],
  });
  await page.getByLabel("PDF", { exact: true }).check();
  const [pdf] = await Promise.all([page.waitForEvent("download"), press(page, "Export")]);
  expect(await readFile(await pdf.path(), "latin1")).toMatch(/^%PDF-/);
}
