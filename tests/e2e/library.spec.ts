import { expect } from "@playwright/test";
import { publishDefaultWordings } from "~/services/publish-default-wordings.server";
import { accept } from "~/domain/refusal";
import { change } from "~/services/change.server";
import { journey, test } from "../support/journey";
import { joinByCode } from "../factories/newcomer";
import { makeMember } from "../factories/organisation";
import { signedIn, signInAs } from "../support/signed-in";

journey(
  "an administrator takes platforms over, checks one and changes what is known",
  async ({ page, check }) => {
    await signedIn(page, ["administrator", "planner"]);
    await page.goto("/platforms");
    await check();
    await page.getByRole("link", { name: "Add platforms" }).click();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByRole("link", { name: "Select at least one platform" })).toBeVisible();
    await check();
    await page.getByLabel("Zoom meeting").check();
    await page.getByLabel("YouTube – private").check();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByText("Nobody has checked this yet")).toHaveCount(2);
    await check();

    await page.getByRole("link", { name: "YouTube – private" }).click();
    await check();
    await page.getByRole("button", { name: "Record the check" }).click();
    await expect(page.getByRole("link", { name: "Confirm that you have checked" })).toBeVisible();
    await page.getByLabel("I have checked this platform’s current rules").check();
    await page.getByRole("button", { name: "Record the check" }).click();
    await expect(page.getByText("The check is recorded")).toBeVisible();
    await expect(page.getByText("Checked by Robin Ash")).toBeVisible();

    await page.getByRole("link", { name: "Change what is known" }).click();
    await page.getByLabel("To have an account").fill("twelve");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("link", { name: "Age for an account must be a whole number" })).toBeVisible();
    await check();
    await page.getByLabel("To have an account").fill("14");
    await page.getByLabel("How do you report").fill("Flag");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("14 and over")).toBeVisible();
    await expect(page.getByText("Flag")).toBeVisible();
  },
);

journey("a planner adds a platform that is on no list", async ({ page, check }) => {
  await signedIn(page, ["planner"]);
  await page.goto("/platforms/add");
  await page.getByLabel("What is it called?").fill("Our own site");
  await page.getByLabel("Who runs it?").fill("Lanternmoor");
  await page.getByLabel("A meeting or webinar").check();
  await page.getByRole("button", { name: "Add another platform" }).click();
  await expect(page.getByRole("heading", { name: "What is known" })).toBeVisible();
  await check();
});

journey("an administrator fills in what every session needs of the organisation", async ({ page, check }) => {
  await signedIn(page, ["administrator"]);
  await page.goto("/settings");
  await check();
  await page.getByRole("link", { name: "Approved accounts" }).click();
  await page.getByRole("button", { name: "Approve the account" }).click();
  await expect(page.getByRole("link", { name: "Enter the account" })).toBeVisible();
  await check();
  await page.getByLabel("Which account is it?").fill("Zoom: events@lanternmoor.example");
  await page.getByRole("button", { name: "Approve the account" }).click();
  await expect(page.getByRole("heading", { name: "Zoom: events@lanternmoor.example" })).toBeVisible();
  await check();
  await page.getByRole("button", { name: "Take off the list" }).click();
  await expect(page.getByText("No accounts yet")).toBeVisible();

  await page.goto("/settings/contacts");
  await page.getByLabel("E-mail address").check();
  await page.getByLabel("Number, address or account").fill("hello@elsewhere.example");
  await page.getByRole("button", { name: "Add the contact" }).click();
  await expect(page.getByRole("link", { name: "Enter an address in one of your own domains" })).toBeVisible();
  await check();
  await page.getByLabel("Which domains are the organisation’s own?").fill("elsewhere.example");
  await page.getByRole("button", { name: "Save the domains" }).click();
  await expect(page.getByRole("alert")).toContainText("Saved");
  await page.getByLabel("E-mail address").check();
  await page.getByLabel("Number, address or account").fill("hello@elsewhere.example");
  await page.getByRole("button", { name: "Add the contact" }).click();
  await expect(page.getByRole("heading", { name: "hello@elsewhere.example" })).toBeVisible();

  await page.goto("/settings/public-name");
  await expect(page.getByText("Somebody you know gave you this link.")).toBeVisible();
  await page.getByLabel("What may strangers call you?").fill("The youth club");
  await page.getByRole("button", { name: "Save the name" }).click();
  await expect(page.getByText("The youth club gave you this link.")).toBeVisible();
  await check();

  await page.goto("/settings/help-list");
  await expect(page.getByText("Call Childline on 0800 1111. It is free.")).toBeVisible();
  const first = page.getByRole("group", { name: "Line 1" });
  await first.getByLabel("Who is called").fill("The Bridge");
  await page.getByRole("button", { name: "Save the list" }).click();
  await expect(page.getByRole("link", { name: "Enter a telephone number" })).toBeVisible();
  await check();
  await first.getByLabel("Telephone number").fill("01632 960142");
  await first.getByLabel("When it is open").fill("Weekdays, 9am to 5pm");
  await page.getByRole("button", { name: "Save the list" }).click();
  await expect(page.getByText("Call The Bridge on 01632 960142. Weekdays, 9am to 5pm.")).toBeVisible();

  await page.goto("/settings/statements");
  await expect(page.getByText("Missing")).toHaveCount(3);
  await check();
  await page
    .getByRole("group", { name: /friend and follow requests/ })
    .getByLabel("Yes")
    .check();
  await page.getByRole("button", { name: "State this" }).click();
  await expect(page.getByText("In date")).toHaveCount(1);
  await expect(page.getByText("Missing")).toHaveCount(2);
  await check();
});

journey(
  "an administrator changes the policy and the briefing, and reads the rules",
  async ({ page, check }) => {
    const actor = await signedIn(page, ["administrator"]);
    await change(actor, async (edit) => {
      await publishDefaultWordings(edit, actor.organisationId);
      return accept(null);
    });
    await page.goto("/settings/policy");
    await check();
    await page.getByRole("link", { name: "Change the policy" }).click();
    await page.getByLabel("How many of them only watch").fill("0");
    await page.getByRole("button", { name: "Save as a new version" }).click();
    await expect(page.getByRole("link", { name: "There has to be at least one observer" })).toBeVisible();
    await check();
    await page.getByLabel("How many of them only watch").fill("2");
    await page.getByRole("button", { name: "Save as a new version" }).click();
    await expect(page.getByText("Version 2 holds today")).toBeVisible();

    await page.getByRole("link", { name: "Legal ages" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Legal ages" })).toBeVisible();
    await check();
    await page.goto("/settings/wording");
    await expect(page.getByText("Can we show your face?")).toBeVisible();
    await check();
    await page.getByRole("link", { name: "Change the briefing" }).click();
    await page.getByRole("button", { name: "Put it in use" }).click();
    await expect(page.getByRole("link", { name: "Select whether it means something else" })).toBeVisible();
    await check();
    await page.getByLabel("No, it is a small change").check();
    await page.getByRole("button", { name: "Put it in use" }).click();
    await expect(page.getByText("Version 2, in use since")).toBeVisible();

    await page.goto("/settings/rules");
    await expect(page.locator("#R34").getByRole("heading")).toBeVisible();
    await check();
  },
);

journey(
  "an administrator changes the roles of an approver and ends their membership",
  async ({ page, check }) => {
    const administrator = await signedIn(page, ["administrator"]);
    await page.goto("/settings/users");
    await expect(page.getByText("Nobody can sign sessions off yet")).toBeVisible();
    await check();
    const email = `sam-${crypto.randomUUID()}@lanternmoor.example`;
    const password = "three random words";
    await joinByCode(administrator, { name: "Sam Birch", email, roles: ["approver"], password });
    await page.reload();
    await page.getByRole("link", { name: "Sam Birch" }).click();
    await check();
    await page.getByLabel("Planner").check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(
      page.getByText("Planner and Approver").or(page.getByText("Approver and Planner")),
    ).toBeVisible();
    await page.getByRole("link", { name: "Sam Birch" }).click();
    await page.getByRole("link", { name: "End their membership" }).click();
    await check();
    await page.getByRole("button", { name: "End the membership" }).click();
    await expect(page.getByText("They can no longer sign in")).toBeVisible();
    await expect(page.getByRole("link", { name: "Sam Birch" })).toHaveCount(0);

    await page.getByRole("main").getByRole("link", { name: "Robin Ash" }).click();
    await page.getByLabel("Approver").check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("link", { name: "Ask another administrator" })).toBeVisible();
  },
);

test("others read settings but find no forms there, and reviewers find none of it", async ({ page }) => {
  const actor = await signedIn(page, ["administrator"]);
  const planner = await makeMember(actor, ["planner"]);
  await signInAs(page, planner);
  for (const address of [
    "/settings/accounts",
    "/settings/contacts",
    "/settings/statements",
    "/settings/policy",
  ]) {
    await page.goto(address);
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  }
  for (const address of ["/settings/users", "/settings/policy/edit", "/settings/wording/briefing"]) {
    expect((await page.goto(address))?.status()).toBe(403);
  }
  await signInAs(page, await makeMember(actor, ["reviewer"]));
  for (const address of ["/settings", "/platforms", "/settings/rules"]) {
    expect((await page.goto(address))?.status()).toBe(403);
  }
});
