import type { SessionRecord } from "~/domain/record/schema";
import { NOVEMBER } from "../../factories/diary";
import { AMINA } from "../../factories/lanternmoor";
import { youtubePublic } from "../../factories/platform-modes";
import type { Plan } from "../../factories/plan";
import type { Trait } from "../../factories/record";
import { aRecord } from "../../factories/record";
import { aLeadStatement } from "../../factories/statements";
import { alsoStated, thenAnswered, withMedia } from "../../factories/traits";
import { aYoungPerson, sixteenToSeventeen, UNSEEN } from "../../factories/young-people";

const festival = "Kestrel & Plum Arts Festival";
const told = {
  by: AMINA,
  recordedAt: "2026-11-20T12:00:00Z",
  toldBy: `${festival}, by e-mail`,
  toldOn: "2026-11-20",
};
const organiser: NonNullable<Plan["organiser"]> = {
  name: festival,
  content: {
    by: AMINA,
    recordedAt: "2026-11-18T12:00:00Z",
    outline: "Poems and short films by young people; one piece is about eating disorders",
    source: "Running order from the festival's producer",
    obtainedOn: "2026-11-18",
  },
  suitability: {
    by: AMINA,
    recordedAt: "2026-11-19T11:00:00Z",
    suitable: true,
    ageGuidance: 13,
    note: "Suitable for our group with a content note before the piece",
  },
  saved: { ...told, answer: "yes", where: "The festival's archive", until: "2028-12-19" },
  reused: { ...told, answer: "yes", where: "Extracts on the festival's site", until: "2028-12-19" },
};

const watching = { route: "in_room", exposure: UNSEEN } as const;

const youngVoices: Partial<Plan> = {
  id: "young-voices",
  title: "Young Voices",
  kind: "join",
  startsAt: "2026-12-19T14:00:00Z",
  minutes: 90,
  modes: [youtubePublic()],
  chat: "off",
  organiser,
  topic: {
    text: "Poems and short films by young people",
    flags: ["eating disorders"],
    adjustments: "Content note before the piece; anyone may leave and come back",
  },
  participants: [
    aYoungPerson("Anouk", "Delamere", "2010-05-30", {
      route: "in_room",
      own: { rebroadcast: "not_asked", third_party: "not_asked" },
    }),
    aYoungPerson("Priya", "Tolland", "2011-03-21", watching),
    ...sixteenToSeventeen(4, watching),
  ],
  diary: { ...NOVEMBER, consented: "2026-11-21T09:00:00Z" },
};

const contentNote = alsoStated(
  aLeadStatement({
    kind: "lead_content_note",
    about: { kind: "session", id: "young-voices" },
    at: "2026-11-21T10:30:00Z",
    note: "Content note read out first; anyone may opt out of the piece",
  }),
);

function anoukSays(scope: "rebroadcast" | "third_party"): Trait {
  return thenAnswered({
    participantId: "anouk-delamere",
    scope,
    at: "2026-11-22T15:00:00Z",
    validUntil: scope === "rebroadcast" ? "2028-12-19" : null,
    organisations: [festival],
  });
}

/** S6: joining a stream that will be shown again. */
export const s06: Record<string, SessionRecord> = {
  s06: aRecord(youngVoices, contentNote),
  "s06-variant-both-given": aRecord(
    youngVoices,
    contentNote,
    anoukSays("rebroadcast"),
    anoukSays("third_party"),
  ),
  "s06-variant-organiser-unnamed": aRecord(
    youngVoices,
    contentNote,
    anoukSays("rebroadcast"),
    anoukSays("third_party"),
    (record) => {
      for (const event of record.consentEvents)
        if (event.scope === "recording_kept") event.organisations = [];
    },
  ),
  "s06-twin-not-decided": aRecord(
    {
      ...youngVoices,
      organiser: { ...organiser, reused: { ...told, answer: "not_known", where: null, until: null } },
    },
    contentNote,
  ),
  "s06-variant-no-lead-note": aRecord(youngVoices, anoukSays("rebroadcast"), anoukSays("third_party")),
  "s06-variant-donations-not-known": aRecord(
    youngVoices,
    contentNote,
    anoukSays("rebroadcast"),
    anoukSays("third_party"),
    withMedia({ donations: { value: "not_known", since: "2026-11-02T10:00:00Z" } }),
  ),
};
