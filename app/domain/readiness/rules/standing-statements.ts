import type { Statement, StatementKind } from "../../record/statement";
import { lastGoodDay } from "../../time/due";
import { dateInWords, parseDate } from "../../time/words";
import type { Section } from "../result";
import { checked, fix, silent, wrong, type Rule, type RuleFinding } from "../rule";
import { organisationPolicy, youthAccess } from "../sources";
import type { View } from "../view";
import { Temporal } from "temporal-polyfill";

type Asked = {
  /** What was stated before no longer counts. */
  void?: boolean;
  kind: StatementKind;
  about: { kind: Statement["about"]["kind"]; id: string };
  who: string;
  what: string;
  section: Section;
};

/** Judges one renewable statement: made, in date on the session's day, and a yes. Its last good day comes with it. */
function standing(view: View, asked: Asked): { findings: RuleFinding[]; goodUntil: Temporal.PlainDate[] } {
  const statement = asked.void ? null : view.statement(asked.kind, asked.about);
  const subject =
    asked.about.kind === "organisation" ? "organisation" : `${asked.about.kind}:${asked.about.id}`;
  const fixes = [fix(`Ask for the statement`, asked.section, asked.about.id)];
  if (!statement) {
    return {
      findings: [
        silent("statement_missing", {
          subject,
          headline: `${asked.who} has not stated that ${asked.what}`,
          message: "It is stated once and renewed, not asked again for each session.",
          fixes,
        }),
      ],
      goodUntil: [],
    };
  }
  if (statement.answer === "no") {
    return {
      findings: [
        wrong("statement_refused", {
          subject,
          headline: `${asked.who} could not state that ${asked.what}`,
          message: "Talk about what stands in the way, then record the statement again.",
          fixes,
        }),
      ],
      goodUntil: [],
    };
  }
  const due = lastGoodDay(parseDate(statement.statedOn), view.facts.policy.statementMonths);
  if (Temporal.PlainDate.compare(view.endDate, due) <= 0)
    return { findings: [], goodUntil: [view.lastStart(due)] };
  return {
    findings: [
      wrong("statement_overdue", {
        subject,
        headline: `${asked.who} needs to renew a statement`,
        message: `That ${asked.what} was last stated on ${dateInWords(parseDate(statement.statedOn))} and is good until ${dateInWords(due)}, before the session.`,
        source: organisationPolicy,
        strength: "organisation",
        fixes,
      }),
    ],
    goodUntil: [view.lastStart(due)],
  };
}

type Words = Pick<Rule, "id" | "title" | "checks" | "states" | "undoneBy" | "strength"> & {
  kind: StatementKind;
  what: string;
  /** The statement no longer counts once the organisation has stood the adult down. */
  endsWhenStoodDown?: boolean;
};

/** A statement by every assigned adult but guests, renewed at the organisation's interval. */
export function adultsState({ kind, what, endsWhenStoodDown = false, ...words }: Words): Rule {
  return {
    ...words,
    source: youthAccess,
    check: (view) => {
      const adults = new Map(
        view.assigned.filter((a) => a.assignment.role !== "guest").map(({ adult }) => [adult.id, adult]),
      );
      const parts = [...adults.values()].map((adult) =>
        standing(view, {
          void: endsWhenStoodDown && adult.stoodDownAt !== null,
          kind,
          about: { kind: "adult", id: adult.id },
          who: adult.name,
          what,
          section: "adult_record",
        }),
      );
      const findings = parts.flatMap((part) => part.findings);
      if (adults.size === 0) {
        findings.push(
          silent("no_adults", {
            subject: "session",
            headline: "No adults have been added yet",
            message: "This is stated by each adult who works on the session.",
            fixes: [fix("Add the adults", "adults")],
          }),
        );
      }
      return checked(
        `Each adult working on the session has stated that ${what}, and the statements are in date on the day.`,
        findings,
        parts.flatMap((part) => part.goodUntil),
      );
    },
  };
}

/** A statement of the organisation, renewed at its own interval and inherited by every session. */
export function organisationStates({ kind, what, ...words }: Words): Rule {
  return {
    ...words,
    source: youthAccess,
    check: (view) => {
      const { id, name } = view.facts.organisation;
      const part = standing(view, {
        kind,
        about: { kind: "organisation", id },
        who: name,
        what,
        section: "organisation",
      });
      return checked(`${name} has stated that ${what}.`, part.findings, part.goodUntil);
    },
  };
}
