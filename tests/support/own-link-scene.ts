import { expect } from "vitest";
import { withOrganisation } from "~/data/database.server";
import { startingHelpList, type HelpList } from "~/domain/consent/help-list";
import { paths } from "~/paths";
import { findOpenTurns } from "~/data/own-device.server";
import { seal } from "~/data/sealed.server";
import { handOverDevice } from "~/services/hand-over-device.server";
import { header } from "./ask";
import { askingTheUsual, publishWords } from "./asked-by-link";
import { browser, type Browser } from "./browser";
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

/** A device that a worker hands to one person of a session, who presses their name. */
export async function onDevice(
  origin: string,
  { amina, sessionId, record }: StoredSession,
  place = 0,
): Promise<Browser> {
  const { organisationId } = amina;
  const handed = await handOverDevice(amina, sessionId, [record.participants[place]?.id ?? ""]);
  const deviceId = handed.ok ? handed.value.deviceId : "";
  const device = JSON.stringify({ organisationId, sessionId, deviceId, shown: "code" });
  const sealed = seal(device, { purpose: "a device handed over", belongsTo: "answers" });
  const tablet = browser({ at: origin, origin, got: [] }, { "greenroom-device": sealed });
  const turns = await findOpenTurns(amina, sessionId);
  const turn = turns.find((one) => one.deviceId === deviceId);
  await tablet.send(paths.answerHere, { turn: turn?.requestId ?? "" });
  return tablet;
}
