import type { Page } from "@playwright/test";
import { closeConnection, openConnection } from "~/data/connection.server";
import { openInstallationKeys } from "~/data/installation-keys.server";
import type { Actor } from "~/domain/actor";
import type { Role } from "~/domain/record/fields";
import { makeOrganisation } from "../factories/organisation";
import { loginToken } from "./login-token";
import { pastPolicies } from "./owner";
import { storeScenario, type StoredSession, type StoreOptions } from "./stored-session";

let open = false;

/** Opens the served application's database in this process, once, so that tests can set the stage through services. */
export function openServedDatabase(): void {
  if (open) return;
  openConnection({ url: process.env.TESTED_DATABASE_URL ?? "", poolSize: 2, waitMs: 5_000 });
  openInstallationKeys(process.env.TESTED_SECRET ?? "");
  open = true;
  process.once("beforeExit", () => void closeConnection());
}

/** Makes an organisation for this test alone and signs its one member in, in this page's browser. */
export async function signedIn(page: Page, roles: Role[]): Promise<Actor> {
  openServedDatabase();
  const actor = await makeOrganisation(roles);
  await signInAs(page, actor);
  return actor;
}

/** Signs a member in, second step included, in this page's browser, in place of whoever was. */
export async function signInAs(page: Page, actor: Actor): Promise<void> {
  openServedDatabase();
  const token = await loginToken(actor);
  const url = process.env.TESTED_ORIGIN ?? "";
  await page.context().addCookies([{ name: "greenroom", value: token, url }]);
}

/** As if the actor had given their second step six minutes earlier than they did. */
export async function sixMinutesLater({ userId }: Actor): Promise<void> {
  const earlier =
    "UPDATE login_session SET confirmed_at = confirmed_at - interval '6 minutes' WHERE user_id = $1";
  await pastPolicies(process.env.TESTED_OWNER_URL ?? "", "login_session", earlier, [userId]);
}

/** A scenario as if it had been planned lately, with its people, in an organisation for this test alone. */
export function storeForToday(name: string, options: StoreOptions = {}): Promise<StoredSession> {
  openServedDatabase();
  return storeScenario(name, { ...options, upToDate: true });
}
