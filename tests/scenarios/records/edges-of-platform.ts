import type { SessionRecord } from "~/domain/record/schema";
import { AMINA, WREN } from "../../factories/lanternmoor";
import {
  aReview,
  discordVoice,
  withAgeLimits,
  youtubePublic,
  zoomMeeting,
} from "../../factories/platform-modes";
import type { Plan } from "../../factories/plan";
import type { Trait } from "../../factories/record";
import { aRecord } from "../../factories/record";
import { aStatement, OF_THE_SESSION } from "../../factories/statements";
import { withMedia, withParticipant, withSession } from "../../factories/traits";
import { aYoungPerson, sixteenToSeventeen } from "../../factories/young-people";

const openToAll = { answer: "no", how: null, reason: "The evening is shown to everybody" } as const;
const chain: Partial<Plan> = { modes: [zoomMeeting(), youtubePublic()], audienceRestricted: openToAll };
const changed = "2026-11-22T15:00:00Z";

const onAnotherMode: Trait = (record) => {
  for (const mode of record.session.platforms) mode.chosenAt = changed;
};

/** Everything that a new mode asks for is done again, only nobody is briefed again. */
const redoneButNotBriefed: Trait = (record) => {
  const { session } = record;
  const again = { by: AMINA, recordedAt: "2026-11-22T16:00:00Z" };
  for (const mode of session.platforms) mode.checked = again;
  if (session.audienceRestricted) Object.assign(session.audienceRestricted, again);
  if (session.saving) Object.assign(session.saving, again);
  for (const event of record.consentEvents) {
    event.at = "2026-11-22T17:00:00Z";
    event.recordedAt = event.at;
    event.recordedBy = WREN;
  }
  for (const kind of OF_THE_SESSION) {
    const id = `${kind.replaceAll("_", "-")}-again`;
    record.statements.push(
      aStatement({ id, kind, about: { kind: "session", id: session.id }, at: again.recordedAt }),
    );
  }
};

/** Domain edge cases that turn on the platform and its settings. */
export const edgesOfPlatform: Record<string, SessionRecord> = {
  "edge-chain-restricted": aRecord({
    ...chain,
    audienceRestricted: { answer: "yes", how: "Waiting room", reason: null },
  }),
  "edge-chain-open": aRecord(chain),
  "edge-chain-review-overdue": aRecord({
    ...chain,
    modes: [zoomMeeting(), youtubePublic({ reviews: [aReview("2026-06-10")] })],
  }),
  "edge-chain-on-camera-age-unknown": aRecord(
    {
      ...chain,
      modes: [zoomMeeting(), withAgeLimits(youtubePublic(), { on_camera_without_adult: "unknown" })],
    },
    withMedia({ adultOnCamera: false }),
  ),
  "edge-chain-donations-not-known": aRecord(
    { ...chain, modes: [zoomMeeting(), youtubePublic({ donations: "unknown" })] },
    withMedia({ donations: { value: "not_known", since: "2026-11-02T10:00:00Z" } }),
  ),
  "edge-chain-settings-unanswered": aRecord(chain, (record) => {
    delete record.session.platforms[1]?.settings.rename;
  }),
  "edge-chain-no-report-route": aRecord({
    ...chain,
    modes: [zoomMeeting(), youtubePublic({ reportRoute: null })],
  }),
  "edge-chain-no-accessibility": aRecord({
    ...chain,
    modes: [
      zoomMeeting(),
      youtubePublic({ features: { ...youtubePublic().features, captions: "no", keyboard: "no" } }),
    ],
  }),
  "edge-platform-review-due": aRecord({ modes: [zoomMeeting({ reviews: [aReview("2026-06-05")] })] }),
  "edge-platform-changed-after-briefing": aRecord({}, onAnotherMode, redoneButNotBriefed),
  "edge-therapy-on-social": aRecord({ modes: [discordVoice()] }, withSession({ purpose: "therapy" })),
  "edge-therapy-on-meeting": aRecord({}, withSession({ purpose: "therapy" })),
  "edge-private-chat-left-on": aRecord({}, (record) => {
    for (const mode of record.session.platforms) {
      mode.settings.private_chat = { answer: "different", note: null };
    }
  }),
  "edge-private-chat-with-a-reason": aRecord({}, (record) => {
    for (const mode of record.session.platforms) {
      mode.settings.private_chat = { answer: "different", note: "Needed for the sign language interpreter" };
    }
  }),
  "edge-need-without-a-feature": aRecord(
    {},
    withParticipant("bryony-cattermoss", { needs: ["sign_language"] }),
  ),
  "edge-need-with-an-arrangement": aRecord(
    {},
    withParticipant("bryony-cattermoss", { needs: ["sign_language", "captions"] }),
    withSession({
      accessibility: {
        features: ["captions"],
        arrangements: [{ need: "sign_language", arrangement: "Interpreter booked, pinned on screen" }],
      },
    }),
  ),
  "edge-no-accessibility-feature": aRecord(
    {},
    withSession({ accessibility: { features: [], arrangements: [] } }),
  ),
  "edge-legal-age-in-room": aRecord({
    modes: [discordVoice()],
    participants: [
      aYoungPerson("Priya", "Tolland", "2011-09-21", { route: "in_room" }),
      ...sixteenToSeventeen(4),
    ],
    policy: {
      legalAges: [
        {
          id: "social-media-under-16",
          under: 16,
          kinds: ["social"],
          barsWatchingInRoom: false,
          validFrom: "2026-12-01",
          validTo: null,
          source: "Invented for the tests, after the plan of June 2026",
        },
      ],
    },
  }),
};
