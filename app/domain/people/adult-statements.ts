import type { StatementKind } from "../record/statement";

export type AdultStatementKind = Extract<
  StatementKind,
  "personal_accounts_private" | "no_personal_relationships" | "private_use"
>;

/** The version of the wording below; it rises when a word changes. */
export const adultStatementsVersion = 1;

/** What each adult who works on sessions states once and renews, R04 to R06: Youth Access's boundaries on social media. */
export const adultStatements: readonly { kind: AdultStatementKind; text: string; short: string }[] = [
  {
    kind: "personal_accounts_private",
    text: "Young people cannot see my personal accounts; I keep them private. Professional accounts are exempt.",
    short: "Personal accounts are private",
  },
  {
    kind: "no_personal_relationships",
    text: "I do not use professional accounts to form personal relationships with young people.",
    short: "No personal relationships through professional accounts",
  },
  {
    kind: "private_use",
    text: "I keep my work with young people in mind when I use social media privately.",
    short: "Private use does not compromise the work",
  },
];
