import { Temporal } from "temporal-polyfill";
import { expect } from "vitest";
import { paths } from "~/paths";
import { answerThroughLink, changeMindThroughLink } from "~/services/answer-through-link.server";
import { askByLink, askingTheUsual, publishWords } from "../support/asked-by-link";
import { linkAnswers } from "../support/link-answers";
import { phone, press } from "../support/phone";
import { test } from "../support/served";
import { storeScenario } from "../support/stored-session";

test("a save of which a part is refused says which answers are to be given again", async ({
  served: { origin },
}) => {
  const stored = await storeScenario("s01", { upToDate: true, change: askingTheUsual });
  await publishWords(stored);
  const { token, requestId } = await askByLink(stored);
  const { organisationId } = stored.amina;
  const participantId = stored.record.participants[0]?.id ?? "";
  const link = { organisationId, sessionId: stored.sessionId, requestId, participantId };
  const said = await linkAnswers(stored, link, Temporal.Now.instant(), "yes");
  expect(await answerThroughLink(link, said, {})).toMatchObject({ ok: true });
  const on = phone(origin);
  await on.send(paths.ownLink(token), { word: "lantern" });
  for (const [scope, answer] of Object.entries({ ...said.answers, camera: "no" }))
    expect((await press(on, `${paths.ownPlace}/question/${scope}`, { answer })).status).toBe(303);
  expect(await changeMindThroughLink(link, ["voice"], {})).toMatchObject({ ok: true });
  expect((await press(on, paths.ownAnswers)).status).toBe(303);
  const { body } = await on.get(paths.ownPlace);
  expect(body).toContain("<h1>We have saved some of your answers</h1>");
  const again = [...body.matchAll(/href="([^"]+)">Answer again/g)].map(([, href]) => href);
  expect(again).toEqual([paths.ownQuestion("voice")]);
});
