import { z } from "zod";
import { requiredTick } from "./choice";
import { optionalPasscode } from "./second-step-forms";
import { email, line, password, personName } from "./text";

/** Opens a link: its button is all there is. */
export const openLinkForm = z.object({});

export const codeForm = z.object({
  code: line({ label: "Code", enter: "Enter the code from your paper", max: 40 }),
});

const newPassword = password({ enter: "Choose a password", min: 12 });
const ownName = personName({ label: "Your name", enter: "Enter your name", max: 120 });

/** A new account for whoever was mailed a link: the address is the one that it went to. */
export const newcomerByMailForm = z.object({ name: ownName, password: newPassword });

/** A new account for whoever has a printed code. */
export const newcomerByCodeForm = z.object({
  name: ownName,
  email: email({ enter: "Enter your email address" }),
  password: newPassword,
});

export const joinWithAccountForm = z.object({
  accountEmail: email({ enter: "Enter your email address" }),
  accountPassword: password({ enter: "Enter your password" }),
});

export const confirmInvitationForm = z.object({
  seen: requiredTick({ confirm: "Confirm that you have seen this person" }),
  passcode: optionalPasscode,
});

export const takeBackInvitationForm = z.object({});
export const remakeInvitationForm = z.object({ passcode: optionalPasscode });
