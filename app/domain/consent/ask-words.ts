import { givenBy } from "./own-words";

/** How a link is told of: who gives it, and what opens it. Nothing says who is asked, or about what. */
export type AskFacts = { publicName: string | null; link: string; check: "word" | "birth" };

const opensWith: Record<AskFacts["check"], string> = {
  word: "It opens with the word that we told you.",
  birth: "It opens with your day and month of birth.",
};

const notForYou = "If it is not for you, open it and say so, or just leave it.";

/** A text to send from the organisation's own phone or account. */
export function askText({ publicName, link, check }: AskFacts): string {
  return `${givenBy(publicName)} You can answer for yourself, in a few minutes.\n${link}\n${opensWith[check]} ${notForYou}`;
}

/** The same as an e-mail, whose subject shows on locked telephones. */
export function askMail({ publicName, link, check }: AskFacts): { subject: string; text: string } {
  return {
    subject: "A link for you",
    text: [
      `${givenBy(publicName)} You can answer for yourself, in a few minutes.`,
      link,
      opensWith[check],
      notForYou,
      "Nobody reads answers to this email.",
      "",
    ].join("\n\n"),
  };
}
