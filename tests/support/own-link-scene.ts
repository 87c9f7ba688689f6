import { expect } from "vitest";
import { withOrganisation } from "~/data/database.server";
import { startingHelpList, type HelpList } from "~/domain/consent/help-list";
import { paths } from "~/paths";
import { header } from "./ask";
import { askingTheUsual, publishWords } from "./asked-by-link";
import { phone, press, type Phone } from "./phone";
import { test as served } from "./served";
import { recordNow } from "./signed-session";
import { storeScenario, type StoredSession } from "./stored-session";

export const PUBLIC_NAME = "The Tuesday group";
export const OWN_LINE = "The Bridge";
/** What a session asks where `askingTheUsual` planned it. */
export const SCOPES = ["take_part", "camera", "voice", "name_shown"];

const helpList: HelpList = {
  ...startingHelpList,
  lines: [{ name: OWN_LINE, telephone: "01632 960142", open: "Weekdays, 9am to 5pm" }],
};

/** A served application with one session that asks young people by links, of an organisation with a public name and a help list. */
export const test = served.extend<{ stored: StoredSession }>({
  stored: [
    async ({ connection: _ }, use) => {
      const stored = await storeScenario("s01", { upToDate: true, change: askingTheUsual });
      await publishWords(stored);
      const { organisationId: id } = stored.amina;
      await withOrganisation({ organisationId: id, actorId: null }, (tx) =>
        tx.organisation.update({ where: { id }, data: { publicName: PUBLIC_NAME, helpList } }),
      );
      await use(stored);
    },
    { scope: "file" },
  ],
});

/** A phone on which a link was opened with the word that was agreed. */
export async function opened(origin: string, token: string, word = "lantern"): Promise<Phone> {
  const on = phone(origin);
  const answer = await on.send(paths.ownLink(token), { word });
  expect([answer.status, header(answer, "location")]).toEqual([303, paths.ownPlace]);
  return on;
}

export async function answerAll(on: Phone, answer: "yes" | "no" = "yes"): Promise<void> {
  for (const scope of SCOPES) {
    const { status } = await press(on, paths.ownQuestion(scope), { answer });
    expect([scope, status]).toEqual([scope, 303]);
  }
}

/** What young people of a session answered through their links. */
export async function answersByLink(stored: StoredSession) {
  return (await recordNow(stored)).consentEvents.filter(({ how }) => how === "link");
}
