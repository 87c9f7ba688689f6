import { z } from "zod";
import { line, optionalLine, password } from "./text";

const enter = "Enter the six-digit code or a recovery code";

/** The second step of signing in: a code of the authenticator app, or a recovery code. */
export const secondStepForm = z.object({ passcode: line({ label: "Code", enter, max: 30 }) });

/** For forms that ask for the second step only where the last one is too long ago. */
export const optionalPasscode = optionalLine({ label: "Code", max: 30 });

/** `key`: the secret that the page made and the app was given, 160 bits in base32. */
export const authenticatorForm = z.object({
  key: z.string().regex(/^[A-Z2-7]{32}$/),
  password: password({ enter: "Enter your password" }).nullable().default(null),
  passcode: line({ label: "Code", enter: "Enter the six-digit code that your app shows", max: 30 }),
});

export const recoveryCodesForm = z.object({});
