import { claimMail, settleMail } from "~/data/mail.server";

/** The tokens of the links that wait to be mailed to an address, oldest first; every mail that is due leaves meanwhile. */
export async function takeTokensMailedTo(email: string): Promise<string[]> {
  const tokens: string[] = [];
  for (let mail = await claimMail(600); mail; mail = await claimMail(600)) {
    const token = /\/link\/(\S+)/.exec(mail.text)?.[1];
    if (mail.to === email && token) tokens.push(token);
    await settleMail(mail, null);
  }
  return tokens;
}
