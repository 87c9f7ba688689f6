import { z } from "zod";
import { staffRoutes } from "~/domain/consent/answer-routes";
import type { GiverChoice } from "~/domain/consent/giver-identity";
import { scopeHeadings } from "~/domain/consent/words";
import { consentScope, type ConsentScope } from "~/domain/record/fields";
import type { ConsentEvent } from "~/domain/record/participant";
import { choice, optionalChoice, tick } from "./choice";
import { optionalDateField } from "./date-field";
import { momentFields, momentOf, momentRevealed } from "./moment-field";
import type { FormValues } from "./read-form-data";
import { optionalLine, optionalName } from "./text";

export const staffRouteWords = {
  in_person: "In person",
  phone: "By phone",
  text: "By text message",
  paper: "On paper",
} as const;

const answer = optionalChoice(["yes", "no"], { select: "Select yes or no" });
const asked = z.string().regex(/^[0-9a-f]{64}\.[0-9a-f]{32}$/);
const scopes = consentScope.options;

export const newGivers = {
  parent: { label: "A parent or carer", field: "parentName" },
  person_with_parental_responsibility: {
    label: "Another person with parental responsibility",
    field: "responsibleName",
  },
  local_authority: { label: "A local authority with parental responsibility", field: "authorityName" },
} as const;

const giverName = (label: string) => optionalName({ label, max: 120 });

export const consentForm = momentRevealed(
  z.object({
    giver: z.union(
      [z.enum(["self", "parent", "person_with_parental_responsibility", "local_authority"]), z.uuid()],
      {
        error: "Select who answered",
      },
    ),
    parentName: giverName("Their name"),
    responsibleName: giverName("Their name"),
    authorityName: giverName("Name of the authority"),
    answers: z.object(Object.fromEntries(scopes.map((scope) => [scope, answer]))).prefault({}),
    asked: z.object(Object.fromEntries(scopes.map((scope) => [scope, asked.optional()]))).prefault({}),
    how: choice(staffRoutes, { select: "Select how they told you" }),
    ...momentFields({ select: "Select when they told you" }),
    understood: tick(),
    spokenWith: tick(),
    until: optionalDateField({ label: "Last day" }),
    firstScope: optionalLine({ label: "First question", max: 40 }),
  }),
).transform((given, context) => {
  const moment = momentOf(given, context);
  const giver = giverOf(given, context);
  const { answers, asked, understood, firstScope } = given;
  const said = Object.values(answers).filter((each) => each !== null);
  if (said.length === 0) {
    const path = ["answers", firstScope ?? "take_part"];
    context.addIssue({ code: "custom", path, message: "Select yes or no to at least one question" });
  }
  if (said.includes("yes") && !understood) {
    const message = "Confirm that they understood what they were asked";
    context.addIssue({ code: "custom", path: ["understood"], message });
  }
  return {
    giver,
    answers: present(answers),
    asked: present(asked),
    how: given.how,
    at: moment.at,
    understood,
    spokenWith: given.spokenWith,
    until: given.until,
  };
});

type Names = { parentName: string | null; responsibleName: string | null; authorityName: string | null };

function giverOf({ giver, ...names }: Names & { giver: string }, context: z.RefinementCtx): GiverChoice {
  if (giver === "self") return { kind: "self" };
  if (giver !== "parent" && giver !== "person_with_parental_responsibility" && giver !== "local_authority") {
    return { kind: "known", id: giver };
  }
  const { field } = newGivers[giver];
  const name = names[field];
  if (name === null) context.addIssue({ code: "custom", path: [field], message: "Enter their name" });
  return { kind: "new", relationship: giver, name: name ?? "" };
}

function present<V>(given: Record<string, V | null | undefined>): Partial<Record<ConsentScope, V>> {
  const entries = scopes.flatMap((scope) => {
    const value = given[scope];
    return value === null || value === undefined ? [] : [[scope, value] as const];
  });
  return Object.fromEntries(entries) as Partial<Record<ConsentScope, V>>;
}

/** The questions by field, for comparing an answer with what was recorded meanwhile. */
export const answerLabels = Object.fromEntries(
  scopes.map((scope) => [`answers.${scope}`, scopeHeadings[scope]]),
);

/** The newest answers of the giver meant, as the form's own values. */
export function answersOnRecord(
  events: readonly ConsentEvent[],
  participantId: string,
  giver: GiverChoice,
): FormValues {
  const answers: FormValues = {};
  for (const event of [...events].sort((a, b) => a.seq - b.seq)) {
    const own = event.giver.relationship === "self";
    const theirs = giver.kind === "self" ? own : giver.kind === "known" ? event.giver.id === giver.id : !own;
    if (event.participantId === participantId && theirs) {
      answers[event.scope] = event.answer === "yes" ? "yes" : "no";
    }
  }
  return { answers };
}
