import { z } from "zod";
import { password } from "./text";

export const changePasswordForm = z.object({
  currentPassword: password({ enter: "Enter your password" }),
  newPassword: password({ enter: "Enter a new password", min: 12 }),
});

export const signOutElsewhereForm = z.object({});
