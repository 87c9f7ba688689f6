import type { Readiness, Section } from "~/domain/readiness/result";
import { sectionStates, worstOf, type SectionState } from "~/domain/readiness/sections";
import type { SessionRecord } from "~/domain/record/schema";
import { paths } from "~/paths";
import type { Task } from "./task-list";

export type TaskGroup = { heading: string; tasks: Omit<Task, "hint">[] };

type Reader = { mayEdit: boolean; mayConsider: boolean };

/**
 * The parts of a plan that this session needs, in the order in which they are best done. Who may not change a part
 * sees its state without a link; consent and briefing wait until somebody takes part.
 */
export function planTasks(
  { session, participants }: Pick<SessionRecord, "session" | "participants">,
  readiness: Readiness,
  { mayEdit, mayConsider }: Reader,
): TaskGroup[] {
  const stateOf = sectionStates(readiness);
  const task = (name: string, to: string, ...sections: Section[]) => ({
    name,
    to: mayEdit ? to : null,
    status: worstOf(sections.map((section) => stateOf(section))),
  });
  const ofPeople = (name: string, to: string, section: Section, besides: SectionState = "completed") =>
    participants.length > 0
      ? { ...task(name, to, section), status: worstOf([stateOf(section), besides]) }
      : { name, to: null, status: "cannot_start_yet" as const };
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
        mayConsider
          ? { ...task("Sensitivities", "", "sensitivities"), to: paths.leadConsiders(id) }
          : task("Sensitivities", paths.sensitivities(id), "sensitivities"),
      ],
    },
    {
      heading: "Young people",
      tasks: named
        ? [
            task("Who takes part", paths.participants(id), "participants"),
            {
              ...ofPeople("Consent", paths.consent(id), "consent", refusals(readiness)),
              ...(mayConsider && participants.length > 0 ? { to: paths.consent(id) } : {}),
            },
            ofPeople("Briefing", paths.briefing(id), "briefing"),
          ]
        : [task("Notice to the audience", paths.audienceNotice(id), "audience_notice")],
    },
  ];
}

/** A no is mended by what the session does, in another part; where it was said, it shows too. */
function refusals({ requirements }: Readiness): SectionState {
  const findings = requirements.find(({ id }) => id === "R30")?.findings ?? [];
  return findings.some(({ severity, kind }) => severity === "blocks" && kind === "wrong")
    ? "problem"
    : "completed";
}
