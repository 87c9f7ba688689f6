const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const phone = /(?:\+|00)?\d[\d\s().-]{7,}\d/g;

/** The e-mail addresses in a text. */
export function emailsIn(text: string): string[] {
  return text.match(email) ?? [];
}

/** What reads like a telephone number: nine digits or more with little between them. */
export function phonesIn(text: string): string[] {
  return (text.match(phone) ?? []).filter((found) => {
    const digits = found.replace(/\D/g, "").length;
    return digits >= 9 && digits <= 15;
  });
}

/** A telephone number by its digits, with the United Kingdom's prefix read as a leading nought. */
export function phoneDigits(value: string): string {
  return value.replace(/\D/g, "").replace(/^(00)?44/, "0");
}

/**
 * Which kinds of personal contact details a text gives away: `email` and `phone`, leaving out the organisation's own
 * domains and contacts.
 */
export function findPersonalDetails(
  text: string,
  own: { allowedDomains: string[]; allowedContacts: string[] },
): string[] {
  const domains = own.allowedDomains.map((domain) => domain.toLowerCase());
  const contacts = own.allowedContacts.map((contact) => contact.trim().toLowerCase());
  const numbers = own.allowedContacts.map(phoneDigits);
  const strangeEmail = emailsIn(text).some((found) => {
    const address = found.toLowerCase();
    return !contacts.includes(address) && !domains.includes(address.slice(address.lastIndexOf("@") + 1));
  });
  const strangePhone = phonesIn(text).some((found) => !numbers.includes(phoneDigits(found)));
  return [...(strangeEmail ? ["email"] : []), ...(strangePhone ? ["phone"] : [])];
}
