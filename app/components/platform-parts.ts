import type { Readiness } from "~/domain/readiness/result";
import { sectionStates } from "~/domain/readiness/sections";
import type { SessionRecord } from "~/domain/record/schema";
import type { ChosenMode, Session } from "~/domain/record/session";
import { mediaLine } from "~/domain/session/media-line";
import { countOf } from "~/domain/time/words";
import { settingLabels } from "~/forms/settings-form";
import { paths } from "~/paths";
import type { Task } from "./task-list";

export type PlatformPart = Omit<Task, "hint"> & { hint: string };

/** The parts of platform and privacy, each with what is recorded. Without `mayEdit` nothing leads to a form. */
export function platformParts(
  { session, platformModes }: SessionRecord,
  readiness: Readiness,
  mayEdit: boolean,
): PlatformPart[] {
  const stateOf = sectionStates(readiness);
  const { id, platforms, kind } = session;
  const nameOf = (modeId: string) => platformModes.find((mode) => mode.id === modeId)?.name ?? "A platform";
  const chain = platforms.map(({ modeId }) => nameOf(modeId)).join(", then ");
  const tasks: PlatformPart[] = [
    {
      name: platforms.length > 0 ? "Platform" : "Choose the platform",
      to: paths.choosePlatforms(id),
      status: stateOf("platform", null),
      hint: chain || "Where the session happens",
    },
    ...platforms.map((link) => ({
      name: `Settings of ${nameOf(link.modeId)}`,
      to: paths.platformSettings(id, link.modeId),
      status: stateOf("platform", link.modeId),
      hint: settingsHint(link),
    })),
    {
      name: "What is shown and kept",
      to: paths.platformShown(id),
      status: stateOf("shown"),
      hint: mediaLine(session),
    },
    ...(kind === "host"
      ? [
          {
            name: "Who can watch",
            to: paths.platformWatchers(id),
            status: stateOf("watchers"),
            hint: watchersHint(session),
          },
        ]
      : []),
  ];
  return mayEdit ? tasks : tasks.map((task) => ({ ...task, to: null }));
}

function settingsHint({ settings, checked }: ChosenMode): string {
  const answered = Object.keys(settings).length;
  const all = Object.keys(settingLabels).length;
  const looked = checked ? "looked at by somebody" : "nobody has said that they looked";
  return answered === 0
    ? `${countOf(all, "setting")} to look at on the platform itself`
    : `${answered} of ${all} answered; ${looked}`;
}

function watchersHint({ audienceRestricted, saving }: Session): string {
  const limited = audienceRestricted
    ? `${audienceRestricted.answer === "yes" ? "Limited" : "Not limited"}: ${audienceRestricted.how ?? audienceRestricted.reason ?? ""}`
    : "Can you limit who watches?";
  return saving ? limited : `${limited} · Could others save the stream?`;
}
