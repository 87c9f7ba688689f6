import { contactRoute, friendRequests, privacyNotGuaranteed } from "../readiness/rules/boundaries";
import type { Rule } from "../readiness/rule";
import type { Statement, StatementKind } from "../record/statement";
import { lastGoodDay } from "../time/due";
import { newestOf } from "../time/order";
import { dateInWords, parseDate } from "../time/words";

/** The statements that an organisation makes for all its sessions, and the requirement that each is for. */
export const organisationStatements = [
  { kind: "friend_requests_settled", rule: friendRequests },
  { kind: "contact_through_us", rule: contactRoute },
  { kind: "privacy_not_guaranteed", rule: privacyNotGuaranteed },
] as const satisfies { kind: StatementKind; rule: Rule }[];

export type OrganisationStatementKind = (typeof organisationStatements)[number]["kind"];

/** The version of the words that are stated; it rises when they come to mean something else. */
export const STATEMENT_TEXT_VERSION = 1;

export type StatementStanding = {
  kind: OrganisationStatementKind;
  requirement: string;
  words: string;
  state: "missing" | "refused" | "overdue" | "due_soon" | "current";
  line: string;
};

const SOON_DAYS = 30;

/** How each of the organisation's statements stands on a day (`YYYY-MM-DD`), renewed every `months`. */
export function organisationStatementsOn(
  statements: readonly Statement[],
  months: number,
  today: string,
): StatementStanding[] {
  return organisationStatements.map(({ kind, rule }) => {
    const made = statements.filter((each) => each.kind === kind && each.about.kind === "organisation");
    const newest = newestOf(made, ({ recordedAt }) => recordedAt);
    const words = rule.states ?? rule.title;
    return { kind, requirement: rule.id, words, ...standing(newest, months, today) };
  });
}

function standing(
  statement: Statement | null,
  months: number,
  today: string,
): Pick<StatementStanding, "state" | "line"> {
  if (!statement) return { state: "missing", line: "Not stated yet" };
  const on = dateInWords(parseDate(statement.statedOn));
  if (statement.answer === "no") return { state: "refused", line: `Could not be stated on ${on}` };
  const due = lastGoodDay(parseDate(statement.statedOn), months);
  const left = parseDate(today).until(due).days;
  const line = `Stated on ${on}, good until ${dateInWords(due)}`;
  if (left < 0) return { state: "overdue", line };
  return { state: left <= SOON_DAYS ? "due_soon" : "current", line };
}
