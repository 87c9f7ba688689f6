import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { line, password } from "./text";

const base64url = z
  .string()
  .max(6000)
  .regex(/^[A-Za-z0-9_-]*$/);
const credential = { id: base64url.min(1).max(1400), rawId: base64url, type: z.literal("public-key") };
const UNREADABLE = "The passkey could not be read. Try again";

/** What the browser hands over, as JSON text. Only what is checked is kept. */
function handedOver<T>(shape: z.ZodType<T>) {
  return z
    .string({ error: UNREADABLE })
    .max(20_000)
    .transform((text, context): T => {
      try {
        const parsed = shape.safeParse(JSON.parse(text));
        if (parsed.success) return parsed.data;
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
      }
      context.addIssue({ code: "custom", message: UNREADABLE });
      return z.NEVER;
    });
}

const signed = handedOver<AuthenticationResponseJSON>(
  z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: base64url.optional(),
    }),
    clientExtensionResults: z.object({}).prefault({}),
  }),
);

const made = handedOver<RegistrationResponseJSON>(
  z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url,
      attestationObject: z
        .string()
        .max(16_000)
        .regex(/^[A-Za-z0-9_-]*$/),
      transports: z.array(z.string().max(40)).max(10).optional(),
    }),
    clientExtensionResults: z.object({}).prefault({}),
  }),
);

export const passkeyOptionsForm = z.object({ purpose: z.enum(["sign_in", "confirm", "add"]) });

export const signedPasskeyForm = z.object({ credential: signed });

export const addPasskeyForm = z.object({
  name: line({ label: "Name", enter: "Enter a name, such as “My phone”", max: 60 }),
  password: password({ enter: "Enter your password" }).nullable().default(null),
  credential: made,
});

export const removePasskeyForm = z.object({ credentialId: base64url.min(1).max(1400) });
