/** A help line as its own pages gave it when they were read: to be checked by whoever passes it on. */
export type HelpLine = { name: string; forWhom: string; number: string; source: string; readOn: string };

const readOn = "2026-11-22";

/** Help that an organisation may name in its briefing. Numbers and hours change: these are suggestions, not facts. */
export const suggestedHelpLines: readonly HelpLine[] = [
  {
    name: "Childline",
    forWhom: "Young people under 19",
    number: "0800 1111",
    source: "westridingfa.com/news/2020/apr/17/child-protection-in-sport",
    readOn,
  },
  {
    name: "NSPCC helpline",
    forWhom: "Adults who are worried about a child",
    number: "0808 800 5000",
    source: "learning.nspcc.org.uk/safeguarding-child-protection/online-safety-for-organisations-and-groups",
    readOn,
  },
  {
    name: "Professionals Online Safety Helpline",
    forWhom: "People who work with children, about online safety",
    number: "0344 381 4772",
    source: "gov.uk/guidance/safeguarding-and-remote-education",
    readOn,
  },
];
