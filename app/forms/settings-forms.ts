import { z } from "zod";
import { choice, optionalYesNo } from "./choice";
import { dateField } from "./date-field";
import { line, optionalName, optionalParagraphs } from "./text";

export const accountForm = z.object({
  label: line({ label: "Account", enter: "Enter the account", max: 200 }),
  validFrom: dateField({ label: "The day", enter: "Enter the first day on which it may be used" }),
});

export const contactKinds = ["phone", "email", "web", "account"] as const;

export const contactKindWords = {
  phone: "Telephone number",
  email: "E-mail address",
  web: "Web page",
  account: "Account on social media",
};

export const contactForm = z.object({
  kind: choice(contactKinds, { select: "Select what kind of contact it is" }),
  value: line({ label: "Contact", enter: "Enter the number, address or account", max: 300 }),
});

export const publicNameForm = z.object({
  publicName: optionalName({ label: "Public name", max: 80 }),
});

const DOMAIN = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;

export const domainsForm = z.object({
  domains: optionalParagraphs({ label: "Domains", max: 2000 }).transform((text, context) => {
    const domains = (text ?? "")
      .toLowerCase()
      .split(/[\s,]+/)
      .map((domain) => domain.replace(/^@/, ""))
      .filter(Boolean);
    const wrong = domains.find((domain) => domain.length > 253 || !DOMAIN.test(domain));
    if (wrong === undefined) return domains;
    context.addIssue({ code: "custom", message: "Enter each domain like lanternmoor.org.uk, one on a line" });
    return z.NEVER;
  }),
});

/** Takes one thing off a list; which one stands in the form's name. */
export const takeOffForm = z.object({ id: z.uuid() });

/** Sends a mail again that was cut off. */
export const sendAgainForm = z.object({ mailId: z.uuid() });

export const organisationStatementsForm = z.object({
  friend_requests_settled: optionalYesNo({ select: "Select yes or no" }),
  contact_through_us: optionalYesNo({ select: "Select yes or no" }),
  privacy_not_guaranteed: optionalYesNo({ select: "Select yes or no" }),
});

/** The answers that were given; a statement left out is not renewed. */
export function statedAnswers(form: z.output<typeof organisationStatementsForm>) {
  return Object.fromEntries(
    Object.entries(form).flatMap(([kind, stated]) =>
      stated === null ? [] : [[kind, stated ? "yes" : "no"]],
    ),
  );
}
