import type { SessionRecord } from "~/domain/record/schema";
import { AMINA } from "../../factories/lanternmoor";
import type { Plan } from "../../factories/plan";
import type { Trait } from "../../factories/record";
import { aRecord } from "../../factories/record";
import { aStatement } from "../../factories/statements";
import { alsoStated, withSession } from "../../factories/traits";

const dropIn: Partial<Plan> = {
  id: "wellbeing-drop-in",
  title: "Wellbeing drop-in",
  startsAt: "2026-12-17T12:00:00Z",
  participants: [],
};
const nobodyNamed: Partial<Plan> = { ...dropIn, audience: "not_named", chat: "off" };

const notice: NonNullable<SessionRecord["session"]["audienceNotice"]> = {
  by: AMINA,
  recordedAt: "2026-11-21T15:00:00Z",
  points: ["live", "comments", "personal_information", "contact_requests", "donations", "who_to_tell"],
  version: 1,
  where: "On the joining page, above the link",
  placedAt: "2026-11-21T15:00:00Z",
  contact: "hello@lanternmoor.example, or 01632 960177 during the session",
};
const noChildOnCamera = alsoStated(
  aStatement({
    kind: "no_child_on_camera",
    about: { kind: "session", id: "wellbeing-drop-in" },
    at: "2026-11-19T11:00:00Z",
  }),
);

function noticed(changes: Partial<typeof notice> = {}): Trait {
  return withSession({ audienceNotice: { ...notice, ...changes } });
}

/** S11: nobody on the list; and the kind of session that names nobody. */
export const s11: Record<string, SessionRecord> = {
  s11: aRecord(dropIn),
  "s11-variant-audience": aRecord(nobodyNamed, noChildOnCamera, noticed()),
  "s11-variant-audience-no-notice": aRecord(nobodyNamed, noChildOnCamera),
  "s11-variant-audience-point-missing": aRecord(
    nobodyNamed,
    noChildOnCamera,
    noticed({ points: notice.points.filter((point) => point !== "contact_requests") }),
  ),
};
