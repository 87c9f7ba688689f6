import { describe, expect } from "vitest";
import { findContact, findReaches } from "~/data/own-link-reach.server";
import type { Actor } from "~/domain/actor";
import type { ContactAnswer } from "~/domain/consent/contact";
import { cancelSession } from "~/services/cancel-session.server";
import { endMembership } from "~/services/end-membership.server";
import { forgetContacts } from "~/services/forget-contacts.server";
import { denyLink, takeRequestBack } from "~/services/keep-consent-request.server";
import { recordContact, removeContact } from "~/services/record-contact.server";
import { removeParticipant } from "~/services/remove-participant.server";
import { noteNudge, sendOwnLink } from "~/services/send-own-link.server";
import { askByLink, askingTheUsual } from "../support/asked-by-link";
import { at, codeOf, done } from "../support/asked-at-ten";
import { test } from "../support/open-database";
import { pastPolicies } from "../support/owner";
import { recordNow } from "../support/signed-session";
import { storeScenario } from "../support/stored-session";

const ADDRESS = "zephyrine@home.example";

/** A session with one young person who was asked by a link, and of whom a colleague of who asked says that contact is not safe. */
async function scene() {
  const stored = await storeScenario("s01", { upToDate: true, change: askingTheUsual });
  const { requestId } = await askByLink(stored);
  const { wren, sessionId, record } = stored;
  const participantId = record.participants[0]?.id ?? "";
  const says = (by: Actor, safe: ContactAnswer) =>
    recordContact(by, sessionId, participantId, { address: ADDRESS, safe, why: "They told us" });
  done(await says(wren, "not_safe"));
  return { ...stored, requestId, participantId, says };
}

type Scene = Awaited<ReturnType<typeof scene>>;

const kept = (ownerUrl: string, { amina }: Scene) =>
  pastPolicies(
    ownerUrl,
    "consent_contact",
    "SELECT address, safe, why FROM consent_contact WHERE organisation_id = $1",
    [amina.organisationId],
  );

const reach = async (who: Actor, { sessionId, requestId, participantId }: Scene) =>
  (await findReaches(who, sessionId, [requestId])).of({ requestId, participantId });

describe.sequential("that contact is not safe", () => {
  test.for<[string, (here: Scene) => Promise<unknown>, "amina" | "sorrel"]>([
    ["is taken back", (here) => takeRequestBack(here.amina, here.sessionId, here.requestId), "amina"],
    [
      "is said not to be theirs",
      ({ amina, sessionId, requestId, participantId }) =>
        denyLink({ organisationId: amina.organisationId, sessionId, requestId, participantId }),
      "amina",
    ],
    [
      "ends with the membership of who made it",
      ({ rowan, amina, sorrel }) =>
        endMembership(rowan, amina.userId, { version: 1, handOverTo: sorrel.userId }),
      "sorrel",
    ],
  ])("stays when a link %s, without the address", async ([, end, who], { database }) => {
    const here = await scene();
    await end(here);
    expect(await kept(database.ownerUrl, here)).toEqual([{ address: null, safe: "not_safe", why: null }]);
    const { wren, sessionId, participantId, [who]: planner } = here;
    expect((await findContact(wren, sessionId, participantId)).contact).toMatchObject({ address: null });
    await askByLink({ ...here, amina: planner });
    expect(codeOf(await here.says(planner, "safe"))).toBe("said_not_safe");
    expect(codeOf(await removeContact(planner, sessionId, participantId))).toBe("said_not_safe");
    done(await here.says(wren, "safe"));
    expect(codeOf(await here.says(planner, "safe"))).toBe("done");
  });

  test.for<[string, (here: Scene) => Promise<unknown>]>([
    ["the session that is cancelled", (here) => cancelSession(here.amina, here.sessionId, { reason: "Ill" })],
    [
      "the session that is over",
      async (here) =>
        forgetContacts(
          { organisationId: here.amina.organisationId, sessionId: here.sessionId },
          { clock: at((await recordNow(here)).session.endsAt) },
        ),
    ],
    [
      "somebody who is taken off the list",
      (here) => removeParticipant(here.amina, here.sessionId, here.participantId, { version: null }),
    ],
    ["the word of whoever said it", (here) => removeContact(here.wren, here.sessionId, here.participantId)],
  ])("goes with %s, though the link ended before", async ([, end], { database }) => {
    const here = await scene();
    done(await takeRequestBack(here.amina, here.sessionId, here.requestId));
    expect(await kept(database.ownerUrl, here)).toHaveLength(1);
    await end(here);
    expect(await kept(database.ownerUrl, here)).toEqual([]);
  });

  test("is told to everybody who looks at the link, the address to nobody who may not see it", async () => {
    const here = await scene();
    const { amina, wren } = here;
    expect(await reach(amina, here)).toMatchObject({ contact: null, hidden: true, notSafe: true });
    expect(await reach(wren, here)).toMatchObject({ contact: { address: ADDRESS }, notSafe: true });
    done(await here.says(wren, "safe"));
    expect(await reach(amina, here)).toMatchObject({ contact: null, hidden: true, notSafe: false });
  });

  test("lets nobody note that a text was sent, or send mail, but that they were told in person", async () => {
    const here = await scene();
    const { amina, wren, sessionId, requestId } = here;
    const mails = { sendsMail: true, origin: "https://greenroom.example" };
    for (const who of [amina, wren])
      expect(codeOf(await noteNudge(who, sessionId, requestId, "copied"))).toBe("not_safe");
    expect(codeOf(await sendOwnLink(amina, sessionId, requestId, mails))).toBe("no_contact");
    expect(codeOf(await sendOwnLink(wren, sessionId, requestId, mails))).toBe("not_safe");
    expect(codeOf(await noteNudge(amina, sessionId, requestId, "told"))).toBe("done");
    done(await here.says(wren, "safe"));
    expect(codeOf(await noteNudge(amina, sessionId, requestId, "copied"))).toBe("done");
  });
});
