import type { Session } from "~/domain/record/session";
import type { Trait } from "../../factories/record";
import { neverStated, statedNo, withSession } from "../../factories/traits";
import { scenarios } from "../all";
import type { Case } from "../amiss/case";
import { casesOf } from "../amiss/case";
import type { Told } from "./told";

const unnamed = casesOf<Told[]>(() => structuredClone(scenarios["s11-variant-audience"]!));
const POINTS = ["R16", "R17", "R18", "R19", "R20", "R21"];
const eachOf = (ids: string[], ...told: Told[]) => Object.fromEntries(ids.map((id) => [id, told]));

function noticed(changes: Partial<NonNullable<Session["audienceNotice"]>>): Trait {
  return (record) => void Object.assign(record.session.audienceNotice ?? {}, changes);
}

/** What a notice says to an audience that is not named, one thing at a time. */
export const noticeTold: Case<Told[]>[] = [
  unnamed(
    "no notice",
    withSession({ audienceNotice: null }),
    eachOf(["R15", ...POINTS], ["silent notice_missing session", "audience_notice"]),
  ),
  unnamed(
    "a notice of words whose meaning has changed",
    (record) =>
      void record.policy.briefingVersions.push({
        version: 2,
        from: "2026-11-20T10:00:00Z",
        changesMeaning: true,
      }),
    eachOf(["R15", ...POINTS], ["silent notice_outdated session", "audience_notice"]),
  ),
  unnamed(
    "a notice of the words that changed the meaning",
    (record) => {
      record.policy.briefingVersions.push({ version: 2, from: "2026-11-20T10:00:00Z", changesMeaning: true });
      noticed({ version: 2 })(record);
    },
    {},
  ),
  unnamed("a notice that is placed at the start", noticed({ placedAt: "2026-12-17T12:00:00Z" }), {
    R15: [["wrong notice_after_start session", "audience_notice"]],
  }),
  unnamed("a notice that is placed just before it", noticed({ placedAt: "2026-12-17T11:59:59Z" }), {}),
  unnamed("a notice without its points", noticed({ points: [] }), {
    ...eachOf(POINTS, ["silent point_missing session", "audience_notice"]),
  }),
  unnamed("a notice that names nobody to turn to", noticed({ contact: null }), {
    R21: [["silent notice_contact_missing session", "audience_notice"]],
  }),
  ...(["open", "host_only"] as const).map((value) =>
    unnamed(`a chat for ${value}`, (record) => void (record.session.media.chat.value = value), {
      R17: [["wrong chat_not_moderated session", "shown"]],
    }),
  ),
  unnamed(
    "comments that are looked at before they are shown",
    (record) => void (record.session.media.chat.value = "moderated"),
    {},
  ),
  unnamed("nobody stated that no child is on camera", neverStated("no_child_on_camera"), {
    R15: [["silent statement_missing session", "audience_notice"]],
  }),
  unnamed("a child stated to be on camera", statedNo("no_child_on_camera"), {
    R15: [["wrong statement_refused session", "audience_notice"]],
  }),
];
