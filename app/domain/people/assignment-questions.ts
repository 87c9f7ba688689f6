import type { AdultRole } from "../record/fields";

/** What is asked about an adult in a role; what is not asked is not kept. */
export type AssignmentQuestions = {
  /** Whether they are there for the whole session; a lead on call is reached from elsewhere and never counts. */
  present: boolean;
  device: boolean;
  contact: boolean;
  reachable: boolean;
};

export function assignmentQuestions(role: AdultRole): AssignmentQuestions {
  return {
    present: role !== "dsl_on_call",
    device: role !== "guest",
    contact: role === "support_contact" || role === "dsl_on_call",
    reachable: role === "dsl_on_call",
  };
}

/** Who is usually in the room from beginning to end; what is asked later can say otherwise. */
export function usuallyPresent(role: AdultRole): boolean {
  return role === "host" || role === "observer" || role === "moderator";
}
