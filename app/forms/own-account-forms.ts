import { z } from "zod";
import { choice } from "./choice";
import { email, password } from "./text";

export const changePasswordForm = z.object({
  currentPassword: password({ enter: "Enter your password" }),
  newPassword: password({ enter: "Enter a new password", min: 12 }),
});

export const signOutElsewhereForm = z.object({});

export const forgottenForm = z.object({ email: email({ enter: "Enter your email address" }) });

export const resetForm = z.object({ password: password({ enter: "Enter a new password", min: 12 }) });

export const whoResetsForm = z.object({
  who: choice(["administrator", "operator"], { select: "Select who may reset your password" }),
});

export const switchOrganisationForm = z.object({
  organisation: z.uuid({ error: "Select an organisation" }),
});
