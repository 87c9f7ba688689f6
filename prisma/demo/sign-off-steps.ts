import { digestOf } from "~/domain/record/digest";
import type { SessionRecord } from "~/domain/record/schema";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { markSessionReady } from "~/services/mark-session-ready.server";
import { returnSession } from "~/services/return-session.server";
import { signOffSession } from "~/services/sign-off-session.server";
import type { Step } from "./play";

/** Each time the session was sent for sign-off, sent back or signed. */
export function signOffSteps({ session, signOffs, acceptances }: SessionRecord): Step[] {
  const sent = session.submissions.flatMap(({ at, by, returned }): Step[] => [
    {
      at,
      what: `${session.title}: marked ready`,
      run: (world, clock) =>
        markSessionReady(world.actor(by), world.id("session", session.id), { version: null, clock }),
    },
    ...(returned
      ? [
          {
            at: returned.at,
            what: `${session.title}: sent back`,
            run: (world, clock) =>
              returnSession(world.actor(returned.by), world.id("session", session.id), {
                comments: returned.comments,
                clock,
              }),
          } satisfies Step,
        ]
      : []),
  ]);
  const signed = signOffs.map(({ id, at, by }): Step => ({
    at,
    what: `${session.title}: signed off`,
    run: async (world, clock) => {
      const seen = digestOf(materialFacts(await world.record(session.id)));
      const accepted = acceptances
        .filter(({ signOffId }) => signOffId === id)
        .map(({ requirement, code, subject, reason }) => ({ requirement, code, subject, reason }));
      const signing = { seen, accepted, adultsSuit: true, clock };
      return signOffSession(world.confirmedActor(by, clock), world.id("session", session.id), signing);
    },
  }));
  return [...sent, ...signed];
}
