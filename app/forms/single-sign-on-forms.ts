import { z } from "zod";
import { tick } from "./choice";
import { optionalPasscode } from "./second-step-forms";
import { email, line, optionalLine, password, personName } from "./text";

const ID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;
const WELL_KNOWN = /\/\.well-known\/openid-configuration$/;
const enterAddress = "Enter the sign-in address that your organisation gave you";

/** An organisation's sign-in address, or the id at its end: gives the id. */
export const ownSignInForm = z.object({
  address: line({ label: "Sign-in address", enter: enterAddress, max: 300 })
    .transform((typed) => ID.exec(typed)?.[0].toLowerCase() ?? "")
    .pipe(z.uuid({ error: enterAddress })),
});

/** Goes on to the provider: its button is all there is. */
export const startAtProviderForm = z.object({});

/** Goes on with what the provider put into the address. */
export const returnFromProviderForm = z.object({});

export const providerForm = z.object({
  issuer: line({ label: "Issuer address", enter: "Enter the issuer address", max: 500 })
    .transform((typed) => typed.replace(WELL_KNOWN, ""))
    .refine(isWebAddress, { error: "Enter an address that begins with https://" }),
  clientId: line({ label: "Client ID", enter: "Enter the client ID", max: 300 }),
  clientSecret: optionalLine({ label: "Client secret", max: 300 }),
  required: tick(),
  passcode: optionalPasscode,
});

export const providerLabels = { issuer: "Issuer address", clientId: "Client ID", required: "Required" };

export const removeProviderForm = z.object({ passcode: optionalPasscode });

/** Links one’s own account, or takes the link back. */
export const linkSignInForm = z.object({
  password: password({ enter: "Enter your password" }).nullable().default(null),
  passcode: optionalPasscode,
});

const ownName = personName({ label: "Your name", enter: "Enter your name", max: 120 });

export const joinByProviderForms = {
  mail: z.object({ ownName }),
  printed: z.object({ ownName, ownEmail: email({ enter: "Enter your email address" }) }),
};

function isWebAddress(typed: string): boolean {
  if (!URL.canParse(typed)) return false;
  const { protocol, username, password: word, search, hash } = new URL(typed);
  // Whether a provider without TLS is asked at all, the server decides by where it is.
  return /^https?:$/.test(protocol) && !username && !word && !search && !hash;
}
