import type { SessionRecord } from "~/domain/record/schema";
import type { ConsentScope } from "~/domain/record/fields";
import { WREN } from "../../factories/lanternmoor";
import { teamsMeeting } from "../../factories/platform-modes";
import type { Plan } from "../../factories/plan";
import type { Trait } from "../../factories/record";
import { aRecord } from "../../factories/record";
import { aLeadStatement } from "../../factories/statements";
import { alsoStated, thenAnswered, withMedia } from "../../factories/traits";
import type { YoungPerson } from "../../factories/young-people";
import { aYoungPerson, sixteenToSeventeen, UNSEEN } from "../../factories/young-people";

function withPriya(changes: Partial<YoungPerson> = {}): Partial<Plan> {
  return {
    modes: [teamsMeeting()],
    participants: [aYoungPerson("Priya", "Tolland", "2011-09-21", changes), ...sixteenToSeventeen(4)],
  };
}
const about = { kind: "participant", id: "priya-tolland" } as const;
const scopes: ConsentScope[] = ["take_part", "camera", "voice", "name_shown"];

const competent = alsoStated(
  aLeadStatement({
    kind: "competence_decision",
    about,
    at: "2026-11-20T11:00:00Z",
    scopes,
    proposedBy: WREN,
    note: "Understands, and can say why.",
  }),
);
const herOwnAnswerCounts = alsoStated(
  aLeadStatement({
    kind: "conflict_decision",
    about,
    at: "2026-11-21T11:00:00Z",
    scopes: ["camera"],
    giverId: "priya-tolland",
    note: "Her own answer counts.",
  }),
);
const parentSaysNoToCamera = thenAnswered({
  participantId: "priya-tolland",
  scope: "camera",
  relationship: "parent",
  answer: "no",
  at: "2026-11-20T15:00:00Z",
});
const otherParentSaysNo = thenAnswered({
  participantId: "priya-tolland",
  scope: "camera",
  relationship: "parent",
  giverId: "second-parent-of-priya-tolland",
  answer: "no",
  at: "2026-11-20T15:00:00Z",
});

function bryonySays(
  answer: "yes" | "no",
  at: string,
  more: { confirmed?: boolean; byLink?: boolean } = {},
): Trait {
  return thenAnswered({
    participantId: "bryony-cattermoss",
    scope: "camera",
    answer,
    at,
    ...(more.byLink ? { how: "link", recordedBy: "bryony-cattermoss" } : {}),
    confirmedBy: more.confirmed ? { by: WREN, at: "2026-11-20T12:00:00Z" } : null,
  });
}
const no = bryonySays("no", "2026-11-18T10:00:00Z");

const kept = {
  reason: "For those who could not come",
  keptWhere: "Staff drive",
  seenBy: "Odalys Fennimore",
  deleteBy: "2027-01-11",
};
const recorded: Partial<Plan> = { recording: kept };

/** Domain edge cases that turn on who said what. */
export const edgesOfConsent: Record<string, SessionRecord> = {
  "edge-giver-not-allowed": aRecord(withPriya({ parentRelationship: "other" })),
  "edge-giver-sibling": aRecord(withPriya({ parentRelationship: "sibling" })),
  "edge-giver-local-authority": aRecord(withPriya({ parentRelationship: "local_authority" })),
  "edge-parent-yes-young-person-no": aRecord(withPriya({ own: { camera: "no" } })),
  "edge-parent-no-young-person-yes": aRecord(withPriya({ parent: { camera: "no" } })),
  "edge-parent-not-asked": aRecord(withPriya({ parent: "not_asked" })),
  "edge-parents-apart": aRecord(withPriya(), otherParentSaysNo),
  "edge-parents-apart-decided": aRecord(withPriya(), otherParentSaysNo, herOwnAnswerCounts),
  "edge-competent-parent-no": aRecord(withPriya({ parent: "not_asked" }), competent, parentSaysNoToCamera),
  "edge-competent-parent-no-decided": aRecord(
    withPriya({ parent: "not_asked" }),
    competent,
    parentSaysNoToCamera,
    herOwnAnswerCounts,
  ),
  "edge-young-person-no-decided": aRecord(
    withPriya({ own: { camera: "no" } }),
    competent,
    herOwnAnswerCounts,
  ),
  "edge-yes-after-no-by-link": aRecord({}, no, bryonySays("yes", "2026-11-19T10:00:00Z", { byLink: true })),
  "edge-yes-after-no-confirmed": aRecord(
    {},
    no,
    bryonySays("yes", "2026-11-19T10:00:00Z", { byLink: true, confirmed: true }),
  ),
  "edge-yes-after-no-in-conversation": aRecord({}, no, bryonySays("yes", "2026-11-19T10:00:00Z")),
  "edge-camera-off-for-one": aRecord({}, no, (record) => {
    for (const one of record.participants) if (one.id === "bryony-cattermoss") one.exposure.camera = false;
  }),
  "edge-recording-consent-too-short": aRecord(recorded, (record) => {
    for (const event of record.consentEvents) {
      if (event.scope === "recording_kept") event.validUntil = "2027-01-10";
    }
  }),
  "edge-recording-nobody-asked": aRecord(
    {},
    withMedia({
      recording: { on: true, since: "2026-11-02T10:00:00Z", ...kept },
    }),
  ),
  "edge-in-room-unseen-recorded": aRecord({
    ...recorded,
    participants: [
      aYoungPerson("Priya", "Tolland", "2011-09-21", { route: "in_room", exposure: UNSEEN }),
      ...sixteenToSeventeen(4),
    ],
  }),
  "edge-consent-gate-acceptance": aRecord({
    ...withPriya({ parent: "not_asked" }),
    policy: { consentGate: "needs_acceptance" },
  }),
  "edge-consent-gate-refused": aRecord({
    ...withPriya({ own: { camera: "no" } }),
    policy: { consentGate: "needs_acceptance" },
  }),
  "edge-parent-from-sixteen": aRecord({ policy: { parentConsentFrom16: true } }),
};
