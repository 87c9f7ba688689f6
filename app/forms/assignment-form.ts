import { z } from "zod";
import { attendanceOf } from "~/domain/people/attendance";
import { reachableInstants } from "~/domain/people/reachable-times";
import { adultRoles } from "~/domain/people/role-words";
import type { Assignment, Session } from "~/domain/record/session";
import { localParts } from "~/domain/time/local";
import { optionalEmail } from "./adult-form";
import { answerOf, choice, optionalChoice, optionalYesNo, tick } from "./choice";
import type { FormValues } from "./read-form-data";
import { optionalLine, optionalName } from "./text";
import { optionalTimeField, spokenTime } from "./time-field";

/** Somebody on record, or somebody new who is put on record on the way. */
export const newAssignmentForm = z
  .object({
    role: choice(adultRoles, { select: "Select what they will do" }),
    who: choice(["known", "new"], { select: "Select who it is" }),
    adultId: optionalLine({ label: "Adult", max: 64 }),
    name: optionalName({ label: "Name", max: 120 }),
    email: optionalEmail(),
    over18: optionalYesNo({ select: "Select whether they are 18 or over" }),
  })
  .transform(({ role, who, adultId, name, email, over18 }, context) => {
    if (who === "known") {
      if (adultId) return { role, adult: { id: adultId } };
      context.addIssue({ code: "custom", path: ["adultId"], message: "Choose who it is" });
      return z.NEVER;
    }
    if (name) return { role, adult: { name, email, over18 } };
    context.addIssue({ code: "custom", path: ["name"], message: "Enter their name" });
    return z.NEVER;
  });

const bothTimes = "Enter from when and until when, or leave both empty";

export const assignmentForm = z
  .object({
    confirmed: tick(),
    present: optionalYesNo({ select: "Select whether they are there throughout" }),
    contact: optionalLine({ label: "Contact", max: 200 }),
    reachableFrom: optionalTimeField({ label: "From" }),
    reachableTo: optionalTimeField({ label: "Until" }),
    device: optionalChoice(["organisation", "personal"], { select: "Select which device they use" }),
    authorisedBy: optionalLine({ label: "Who authorised it", max: 120 }),
    reason: optionalLine({ label: "Reason", max: 500 }),
  })
  .superRefine(({ reachableFrom, reachableTo }, context) => {
    if ((reachableFrom === null) === (reachableTo === null)) return;
    const path = [reachableFrom === null ? "reachableFrom" : "reachableTo"];
    context.addIssue({ code: "custom", path, message: bothTimes });
  });

type Answers = z.output<typeof assignmentForm>;

/** What the answers say about an adult's part in this session. */
export function assignmentDetails(answers: Answers, session: Session) {
  const { confirmed, present, contact, device, authorisedBy, reason, reachableFrom, reachableTo } = answers;
  const reachable =
    reachableFrom && reachableTo
      ? reachableInstants(session, reachableFrom, reachableTo)
      : { reachableFrom: null, reachableTo: null };
  return {
    confirmed,
    present: present ?? false,
    contact,
    device: device && { kind: device, authorisedBy, reason },
    ...reachable,
  };
}

export const assignmentLabels = {
  confirmed: "Confirmed",
  present: "There for the whole session",
  contact: "How to reach them",
  reachableFrom: "Reachable from",
  reachableTo: "Reachable until",
  device: "Device",
  authorisedBy: "Who authorised a personal device",
  reason: "Why",
};

export const assignmentWords = {
  device: { organisation: "The organisation's", personal: "Their own" },
};

/** A confirmation for another time is asked for again. */
export function assignmentDefaults(
  assignment: Assignment,
  { zone, timesSince }: Pick<Session, "zone" | "timesSince">,
): FormValues {
  const time = (instant: string | null) => (instant ? spokenTime(localParts(instant, zone).time) : "");
  return {
    confirmed: attendanceOf(assignment, { timesSince }) === "confirmed" ? "yes" : "",
    present: answerOf(assignment.present),
    contact: assignment.contact ?? "",
    reachableFrom: time(assignment.reachableFrom),
    reachableTo: time(assignment.reachableTo),
    device: assignment.device?.kind ?? "",
    authorisedBy: assignment.device?.authorisedBy ?? "",
    reason: assignment.device?.reason ?? "",
  };
}
