import { checked, fix, forApprover, silent, wrong, type Rule, type RuleFinding } from "../rule";
import { greenroom, nspcc } from "../sources";
import type { AssignedAdult } from "../view";

export const organisationDevices: Rule = {
  id: "R03",
  title: "Staff use devices of the organisation where possible",
  strength: "do",
  source: nspcc,
  checks:
    "Each assigned adult but guests names the device. A personal one needs who authorised it and why, and the approver's agreement.",
  states: "Who authorised a personal device, and why.",
  undoneBy: "The device changes; the authorisation ends.",
  check: (view) => {
    const workers = view.assigned.filter(({ assignment }) => assignment.role !== "guest");
    const findings = workers.flatMap(deviceFindings);
    if (workers.length === 0) {
      findings.push(
        silent("no_adults", {
          subject: "session",
          headline: "No adults have been added yet",
          message: "Each adult says which device they use.",
          fixes: [fix("Add the adults", "adults")],
        }),
      );
    }
    return checked(
      "Everyone working on the session uses a device of the organisation.",
      onePerAdult(findings),
    );
  },
};

function deviceFindings({ adult, assignment }: AssignedAdult): RuleFinding[] {
  const subject = `adult:${adult.id}`;
  const { device } = assignment;
  if (!device) {
    return [
      silent("device_missing", {
        subject,
        headline: `Which device ${adult.name} uses is not recorded`,
        message: "Devices of the organisation are used where possible.",
        fixes: [fix("Record the device", "adults", assignment.id)],
      }),
    ];
  }
  if (device.kind === "organisation") return [];
  if (!device.authorisedBy || !device.reason) {
    return [
      wrong("personal_device_not_authorised", {
        subject,
        headline: `${adult.name} uses a personal device without authorisation`,
        message: "A personal device needs the name of who authorised it, and why.",
        source: greenroom,
        strength: "default",
        fixes: [
          fix("Record who authorised it and why", "adults", assignment.id),
          fix("use a device of the organisation", "adults", assignment.id),
        ],
      }),
    ];
  }
  return [
    forApprover({
      subject,
      headline: `${adult.name} uses a personal device`,
      message: `Authorised by ${device.authorisedBy}: ${device.reason}`,
      fixes: [fix("Use a device of the organisation", "adults", assignment.id)],
    }),
  ];
}

/** An adult in several roles is asked about a device once. */
function onePerAdult(findings: RuleFinding[]): RuleFinding[] {
  const seen = new Map(findings.map((finding) => [`${finding.code} ${finding.subject}`, finding]));
  return [...seen.values()];
}
