import { expect } from "@playwright/test";
import { paths } from "~/paths";
import { startLoginSession } from "~/services/start-login-session.server";
import { joinByCode } from "../factories/newcomer";
import { journey } from "../support/journey";
import { signedIn } from "../support/signed-in";

const PASSWORD = "three random words";

journey(
  "somebody sees where they are signed in, ends it elsewhere and changes their password",
  async ({ page, check }) => {
    const administrator = await signedIn(page, ["administrator"]);
    const email = `${crypto.randomUUID()}@lanternmoor.example`;
    await joinByCode(administrator, { name: "Sam Birch", email, roles: ["planner"], password: PASSWORD });
    await startLoginSession({ email, password: PASSWORD });
    await page.context().clearCookies();
    await page.goto(paths.signIn);
    await page.getByLabel("Email address").fill(email);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("link", { name: "Sam Birch" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
    await expect(page.getByText("Lanternmoor Youth Advice: ")).toHaveCount(2);
    await check();
    await page.getByRole("button", { name: "Sign out everywhere else" }).click();
    await expect(page.getByRole("alert")).toContainText("You are signed out everywhere else");
    await expect(page.getByText("You are signed in nowhere else.")).toBeVisible();

    await page.getByLabel("Your password now").fill("not my password");
    await page.getByLabel("Your new password").fill("four other random words");
    await page.getByRole("button", { name: "Change your password" }).click();
    await expect(page.getByRole("link", { name: "This is not your password" })).toBeVisible();
    await check();
    await page.getByLabel("Your password now").fill(PASSWORD);
    await page.getByLabel("Your new password").fill("four other random words");
    await page.getByRole("button", { name: "Change your password" }).click();
    await expect(page.getByText("Your password is changed")).toBeVisible();
    expect((await startLoginSession({ email, password: PASSWORD })).ok).toBe(false);
  },
);
