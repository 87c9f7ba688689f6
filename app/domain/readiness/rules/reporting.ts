import { checked, fix, silent, type Rule, type RuleFinding } from "../rule";
import { nspcc } from "../sources";
import { statedForSession } from "./session-statement";
import { byInstant } from "../../time/order";
import { latest } from "../view";
import { noPlatform } from "./platform-review";

export const reporting: Rule = {
  id: "R23",
  title: "Somebody knows how to report offensive or abusive content",
  strength: "do",
  source: nspcc,
  checks: "Each platform mode has a way to report on record, and one assigned adult does it.",
  states: "I know how to report, mute and remove.",
  undoneBy: "The platform changes; the person who reports changes.",
  check: (view) => {
    const { reportingAdultId } = view.facts.session;
    const parts = view.assigned.filter(
      ({ adult, assignment }) => adult.id === reportingAdultId && assignment.role !== "guest",
    );
    const person = parts[0]?.adult;
    const findings: RuleFinding[] = view.modes
      .filter(({ mode }) => !mode.reportRoute)
      .map(({ mode }) =>
        silent("report_route_missing", {
          subject: `mode:${mode.id}`,
          headline: `How to report on ${mode.name} is not known`,
          message: "Find out how offensive or abusive content is reported there.",
          fixes: [fix("Record how to report", "platform_record", mode.id)],
        }),
      );
    if (view.modes.length === 0) findings.push(noPlatform());
    if (!person) {
      findings.push(
        silent("reporter_missing", {
          subject: "session",
          headline: "Who reports, mutes and removes has not been decided",
          message: "One of the adults working on the session does it.",
          fixes: [fix("Choose who does it", "adults")],
        }),
      );
    }
    const joined = parts.map(({ assignment }) => assignment.addedAt).sort(byInstant)[0];
    findings.push(
      ...statedForSession(
        view,
        "can_report_and_remove",
        "somebody knows how to report, mute and remove",
        latest([
          ...view.modes.map(({ chosen }) => chosen.chosenAt),
          ...(joined === undefined ? [] : [joined]),
        ]),
      ),
    );
    return checked(`${person?.name ?? ""} reports, mutes and removes.`, findings);
  },
};
