import { expect, type Page } from "@playwright/test";
import { journey } from "../support/journey";
import { signedIn, signInAs, storeForToday } from "../support/signed-in";
import { paths } from "~/paths";

const save = (page: Page) => page.getByRole("button", { name: "Save and continue" }).click();

const problems = (page: Page) => page.locator(".govuk-error-summary");

/** Follows a link and waits for its page. */
async function follow(page: Page, link: string | RegExp, heading: string | RegExp) {
  await page.getByRole("link", { name: link }).click();
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
}

async function fillDate(page: Page, name: string, [day, month, year]: readonly [string, string, string]) {
  await page.locator(`[name="${name}.day"]`).fill(day);
  await page.locator(`[name="${name}.month"]`).fill(month);
  await page.locator(`[name="${name}.year"]`).fill(year);
}

journey("an adult is put on record and checked", async ({ page, check }) => {
  await signedIn(page, ["planner"]);
  await page.goto(paths.adults);
  await expect(page.getByRole("heading", { name: "No adults on record yet" })).toBeVisible();
  await check();

  await follow(page, "Add an adult", "Add an adult");
  await save(page);
  await expect(problems(page)).toContainText("Enter their name");
  await check();
  await page.getByLabel("What is their name?").fill("Tamsin Quillbright");
  await page.getByLabel("What is their contact email?").fill("tamsin@lanternmoor.example");
  await page.getByLabel("Yes").check();
  await save(page);
  await expect(page.getByRole("heading", { level: 1, name: "Tamsin Quillbright" })).toBeVisible();
  await expect(page.getByText("Yes, stated by Robin Ash")).toBeVisible();
  await check();

  await follow(page, "Record a check", "Record a vetting check");
  await check();
  await page.getByLabel("DBS (England and Wales)").check();
  await page.getByLabel("Enhanced", { exact: true }).check();
  await page.getByLabel("Children", { exact: true }).check();
  await fillDate(page, "issuedOn", ["12", "5", "2999"]);
  await page.locator("[name=updateService][value=no]").check();
  await page.locator("[name=clearedForRole][value=yes]").check();
  await save(page);
  await expect(problems(page)).toContainText("Date of issue must be today or in the past");
  await check();
  await fillDate(page, "issuedOn", ["12", "5", "2025"]);
  await save(page);
  await expect(page.getByText("For work with: children")).toBeVisible();
  await expect(page.getByText("Issued 12 May 2025")).toBeVisible();
});

journey(
  "an adult is trained, states what is asked, is stood down and brought back",
  async ({ page, check }) => {
    await signedIn(page, ["planner"]);
    await page.goto(paths.addAdult);
    await page.getByLabel("What is their name?").fill("Tamsin Quillbright");
    await save(page);
    await follow(page, "Record training", "Record training");
    await check();
    await page.getByLabel("What was the training?").fill("Safeguarding young people online");
    await fillDate(page, "completedOn", ["10", "mar", "2026"]);
    await save(page);
    await expect(page.getByRole("heading", { name: "Safeguarding young people online" })).toBeVisible();

    await follow(page, "Record or renew the statements", "Statements on social media");
    await check();
    for (const answer of await page.locator("input[type=radio][value=yes]").all()) await answer.check();
    await save(page);
    await expect(page.getByText("Personal accounts are private: yes")).toBeVisible();
    await check();

    await follow(page, "Stand Tamsin Quillbright down", "Stand Tamsin Quillbright down?");
    await check();
    await page.getByRole("button", { name: "Stand Tamsin Quillbright down" }).click();
    await expect(page.getByText("does not work with young people at present")).toBeVisible();
    await check();
    await follow(page, "Bring Tamsin Quillbright back", "Bring Tamsin Quillbright back?");
    await check();
    await page.getByRole("button", { name: "Bring Tamsin Quillbright back" }).click();
    await expect(page.getByText("Back at work with young people")).toBeVisible();
  },
);

journey("two records with one address are stated to be two people", async ({ page, check }) => {
  await signedIn(page, ["planner"]);
  for (const name of ["Tamsin Quillbright", "Tam Quill"]) {
    await page.goto(paths.addAdult);
    await page.getByLabel("What is their name?").fill(name);
    await page.getByLabel("What is their contact email?").fill("tamsin@lanternmoor.example");
    await save(page);
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  }
  await check();
  await follow(page, "State that they are two people", "Are these two people?");
  await check();
  await page.getByRole("button", { name: "Yes, they are two people" }).click();
  await expect(page.getByText("share an email address")).toBeHidden();
  await page.goto(paths.adults);
  await expect(page.getByRole("rowheader", { name: /Tam Quill/ })).toBeVisible();
  await check();
});

journey("the adults of a session are chosen", async ({ page, check }) => {
  const { amina, sessionId } = await storeForToday("s01", {
    change: (record) => {
      record.session.assignments = record.session.assignments.filter(({ role }) => role === "host");
      record.session.reportingAdultId = null;
    },
  });
  await signInAs(page, amina);
  await page.goto(paths.sessionAdults(sessionId));
  await expect(page.getByText("1 more observer needed.")).toBeVisible();
  await check();

  await follow(page, "Add an adult as observer", "Add an adult");
  await expect(page.locator("[name=role][value=observer]")).toBeChecked();
  await save(page);
  await expect(problems(page)).toContainText("Choose who it is");
  await check();
  await page.locator("[name=who][value=new]").check();
  await page.getByLabel("What is their name?").fill("Fern Addlestone");
  await page.locator("[name=over18][value=yes]").check();
  await save(page);
  await expect(page.getByRole("heading", { level: 1, name: "Fern Addlestone" })).toBeVisible();
  await check();
  await page.getByLabel("Fern Addlestone has said that they will do this").check();
  await page.locator("[name=device][value=organisation]").check();
  await save(page);
  await expect(page.getByText("1 more observer needed.")).toBeHidden();
  await expect(page.getByText("Fern Addlestone has no vetting check on record.")).toBeVisible();
});

journey(
  "who can be reached, who reports and who leaves is told by the session's page",
  async ({ page, check }) => {
    const { amina, sessionId } = await storeForToday("s01", {
      change: (record) => {
        const stay = ["host", "observer"];
        record.session.assignments = record.session.assignments.filter(({ role }) => stay.includes(role));
        record.session.reportingAdultId = null;
      },
    });
    await signInAs(page, amina);
    await page.goto(`${paths.addAssignment(sessionId)}?role=dsl_on_call`);
    await page.getByLabel("Choose an adult").selectOption("Odalys Fennimore");
    await save(page);
    await page.getByLabel("From when?").fill("3pm");
    await save(page);
    await expect(problems(page)).toContainText("Enter from when and until when");
    await check();
    await page.getByLabel("Until when?").fill("9pm");
    await page.getByLabel("How can Odalys Fennimore be reached?").fill("01632 960142");
    await save(page);
    await expect(page.getByText("Reachable 3pm to 9pm")).toBeVisible();
    await expect(page.getByText("The lead on call is also the host.")).toBeVisible();
    await check();

    await follow(page, "Choose who does it", "Who reports, mutes and removes");
    await check();
    await page.getByLabel("Tamsin Quillbright").check();
    await save(page);
    await expect(page.getByText("Who reports, mutes and removes has not been decided.")).toBeHidden();

    await follow(page, "Remove Tamsin Quillbright", "Remove Tamsin Quillbright?");
    await check();
    await page.getByRole("button", { name: "Remove Tamsin Quillbright" }).click();
    await expect(page.getByText("1 more observer needed.")).toBeVisible();
    await expect(page.getByText("Who reports, mutes and removes has not been decided.")).toBeVisible();
  },
);

journey("a stale change to an adult's part shows both and loses nothing", async ({ page, check }) => {
  const { amina, sessionId, record } = await storeForToday("s01");
  const lead = record.session.assignments.find(({ role }) => role === "dsl_on_call");
  await signInAs(page, amina);
  await page.goto(paths.assignment(sessionId, lead?.id ?? ""));
  const other = await page.context().newPage();
  await other.goto(paths.assignment(sessionId, lead?.id ?? ""));
  await other.getByLabel(/be reached\?$/).fill("01632 960999");
  await save(other);
  await expect(other.getByText("01632 960999")).toBeVisible();
  await page.getByLabel(/be reached\?$/).fill("01632 960111");
  await save(page);
  await expect(page.getByRole("heading", { name: "This has changed since you opened it" })).toBeVisible();
  await expect(page.getByText("01632 960111")).toBeVisible();
  await expect(page.getByText("01632 960999")).toBeVisible();
  await check();
  await page.getByRole("button", { name: "Save what is chosen" }).click();
  await expect(page.getByText("01632 960111")).toBeVisible();
});
