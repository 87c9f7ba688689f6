import type { Assignment } from "~/domain/record/session";
import type { SessionRecord } from "~/domain/record/schema";
import { accept } from "~/domain/refusal";
import { addAssignment } from "~/services/add-assignment.server";
import { changeAssignment } from "~/services/change-assignment.server";
import { chooseReporter } from "~/services/choose-reporter.server";
import type { Step } from "./play";

/** The adults of a session are given their parts and confirm them; one of them reports and removes. */
export function assignmentSteps({ session }: SessionRecord): Step[] {
  const { title, plannedBy: by, createdAt: at, reportingAdultId } = session;
  const parts: Step = {
    at,
    what: `${title}: the adults and their parts`,
    run: async (world, clock) => {
      const planner = world.actor(by);
      const sessionId = world.id("session", session.id);
      for (const { role, adultId } of session.assignments) {
        const adult = { id: world.id("adult", adultId) };
        const added = await addAssignment(planner, sessionId, { role, adult }, { clock });
        if (!added.ok) return added;
      }
      const { assignments } = (await world.record(session.id)).session;
      for (const assignment of session.assignments) {
        const adultId = world.id("adult", assignment.adultId);
        const id = assignments.find((each) => each.adultId === adultId && each.role === assignment.role)?.id;
        const details = answersOf(assignment);
        const options = { version: null, clock };
        const changed = await changeAssignment(planner, sessionId, id ?? "", details, options);
        if (!changed.ok) return changed;
      }
      return accept(null);
    },
  };
  const reporter: Step = {
    at,
    what: `${title}: who reports and removes`,
    run: (world, clock) =>
      chooseReporter(
        world.actor(by),
        world.id("session", session.id),
        reportingAdultId && world.id("adult", reportingAdultId),
        { version: null, clock },
      ),
  };
  return [parts, reporter];
}

function answersOf({ confirmed, present, device, contact, reachableFrom, reachableTo }: Assignment) {
  return { confirmed: confirmed !== null, present, device, contact, reachableFrom, reachableTo };
}
