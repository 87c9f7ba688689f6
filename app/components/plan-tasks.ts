import type { Readiness, Section } from "~/domain/readiness/result";
import { sectionStates, worstOf } from "~/domain/readiness/sections";
import type { SessionRecord } from "~/domain/record/schema";
import { paths } from "~/paths";
import type { Task } from "./task-list";

export type TaskGroup = { heading: string; tasks: Omit<Task, "hint">[] };

/** The parts of a plan that this session needs, in the order in which they are best done. */
export function planTasks({ session }: SessionRecord, readiness: Readiness): TaskGroup[] {
  const stateOf = sectionStates(readiness);
  const task = (name: string, to: string, ...sections: Section[]) => ({
    name,
    to,
    status: worstOf(sections.map((section) => stateOf(section))),
  });
  const { id, kind, audience } = session;
  const named = audience === "named";
  return [
    {
      heading: "Plan",
      tasks: [
        task("Details", paths.details(id), "details"),
        ...(kind === "join" ? [task("What the organiser told you", paths.organiser(id), "organiser")] : []),
        task("Platform and privacy", paths.platform(id), "platform", "shown", "watchers"),
        task("Adults and observers", paths.sessionAdults(id), "adults"),
        task("Accounts and boundaries", paths.boundaries(id), "statements"),
        task("Accessibility", paths.accessibility(id), "accessibility"),
        task("Sensitivities", paths.sensitivities(id), "sensitivities"),
      ],
    },
    {
      heading: "Young people",
      tasks: named
        ? [
            task("Who takes part", paths.participants(id), "participants"),
            task("Consent", paths.consent(id), "consent"),
            task("Briefing", paths.briefing(id), "briefing"),
          ]
        : [task("Notice to the audience", paths.audienceNotice(id), "audience_notice")],
    },
  ];
}
