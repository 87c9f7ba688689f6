import type { Assignment, ChosenMode, PlatformSetting, Session } from "~/domain/record/session";
import type { AdultRole } from "~/domain/record/fields";
import type { PlatformMode } from "~/domain/record/platform-mode";
import { enteredAt } from "./diary";
import { AMINA } from "./lanternmoor";
import type { Plan } from "./plan";
import { endOf, startOf } from "./plan";

const IN_THE_HALL: readonly [string, AdultRole][] = [
  ["odalys-fennimore", "host"],
  ["tamsin-quillbright", "observer"],
  ["brogan-ashdune", "moderator"],
];
const BY_TELEPHONE: readonly [string, AdultRole, string][] = [
  ["petra-hollowell", "dsl_on_call", "01632 960142"],
  ["wren-castellow", "support_contact", "01632 960177, until two hours after the end"],
];

/** An adult's part in the plan: confirmed, on a device of the organisation, and reachable around the session. */
export function anAssignment(
  plan: Plan,
  adultId: string,
  role: AdultRole,
  changes: Partial<Assignment> = {},
): Assignment {
  const recordedAt = enteredAt(plan.diary, plan.diary.planned);
  return {
    id: `${adultId}-as-${role.replaceAll("_", "-")}`,
    adultId,
    role,
    present: true,
    confirmed: { by: AMINA, recordedAt },
    device: { kind: "organisation", authorisedBy: null, reason: null, recordedAt },
    contact: null,
    reachableFrom: null,
    reachableTo: null,
    addedAt: plan.diary.planned,
    ...changes,
  };
}

const OPEN_TO_ALL: PlatformSetting[] = ["who_can_join", "visibility"];
const MEETING_ONLY: PlatformSetting[] = ["rename", "screen_share", "private_chat", "waiting_room", "lock"];

/** A mode as chosen, every setting answered: at its safe value, or saying why not. */
export function aChosenMode(plan: Plan, mode: PlatformMode): ChosenMode {
  const settings: ChosenMode["settings"] = {
    chat: { answer: "safe", note: null },
    recording: { answer: "safe", note: null },
  };
  for (const setting of MEETING_ONLY) {
    settings[setting] = { answer: mode.kind === "meeting" ? "safe" : "cannot_be_set", note: null };
  }
  for (const setting of OPEN_TO_ALL) {
    settings[setting] =
      mode.restrictsAudience === "yes"
        ? { answer: "safe", note: null }
        : { answer: "different", note: "Public by design" };
  }
  return {
    modeId: mode.id,
    chosenAt: plan.diary.planned,
    settings,
    checked: { by: AMINA, recordedAt: enteredAt(plan.diary, plan.diary.settingsChecked) },
  };
}

function assignments(plan: Plan): Assignment[] {
  const reachable = {
    present: false,
    reachableFrom: startOf(plan).subtract({ minutes: 30 }).toString(),
    reachableTo: endOf(plan).add({ hours: 2 }).toString(),
  };
  return [
    ...IN_THE_HALL.map(([adultId, role]) => anAssignment(plan, adultId, role)),
    ...BY_TELEPHONE.map(([adultId, role, contact]) =>
      anAssignment(plan, adultId, role, { ...reachable, contact }),
    ),
  ];
}

function media(plan: Plan): Session["media"] {
  const since = plan.diary.planned;
  const nothingKept = { reason: null, keptWhere: null, seenBy: null, deleteBy: null };
  return {
    camera: true,
    voice: true,
    name: true,
    chat: { value: plan.chat, since },
    recording: { on: plan.recording !== null, since, ...(plan.recording ?? nothingKept) },
    aiNotes: { on: plan.aiNotes !== null, since, ...(plan.aiNotes ?? nothingKept) },
    donations: { value: "off", since },
    images: false,
    replay: false,
    adultOnCamera: plan.adultOnCamera,
  };
}

/** The session of a plan, with everything about the session itself answered favourably. */
export function aSession(plan: Plan): Session {
  const { diary } = plan;
  const planned = { by: AMINA, recordedAt: enteredAt(diary, diary.planned) };
  const prepared = { by: AMINA, recordedAt: enteredAt(diary, diary.prepared) };
  const hosting = plan.kind === "host";
  return {
    id: plan.id,
    reference: "LY-0001",
    title: plan.title,
    description: null,
    kind: plan.kind,
    format: plan.format,
    audience: plan.audience,
    plannedBy: AMINA,
    createdAt: enteredAt(diary, diary.planned),
    startsAt: plan.startsAt,
    endsAt: endOf(plan).toString(),
    timesSince: null,
    zone: plan.zone,
    purpose: "discussion",
    places: [
      {
        id: "main-hall",
        where: "Main hall, open plan",
        kind: "open",
        since: diary.planned,
        suitable: { ...planned, answer: true },
      },
    ],
    platforms: plan.modes.map((mode) => aChosenMode(plan, mode)),
    assignments: assignments(plan),
    media: media(plan),
    accounts: {
      invites: "lanternmoor-mail",
      stream: `lanternmoor-${plan.modes.at(-1)?.id.split("-")[0] ?? "zoom"}`,
      recordedAt: planned.recordedAt,
    },
    inviteText: "Join us live. Bring your questions, or send them to hello@lanternmoor.example.",
    contactRouteId: "lanternmoor-hello",
    topic: { ...plan.topic, changedAt: diary.planned },
    titleConfirmed: null,
    accessibility: { features: ["captions"], arrangements: [] },
    reportingAdultId: "brogan-ashdune",
    riskAssessment: {
      completedOn: diary.riskAssessed,
      agreedBy: "Idris Marrowby",
      recordedAt: enteredAt(diary, `${diary.riskAssessed}T12:00:00Z`),
    },
    linkSharedPrivately: true,
    audienceRestricted: hosting ? { ...prepared, ...plan.audienceRestricted } : null,
    saving: hosting ? { ...prepared, ...plan.saving } : null,
    organiser: plan.organiser,
    audienceNotice: null,
    submissions: [],
    cancelled: null,
    recordedLate: null,
  };
}
