import { z } from "zod";
import { email, password } from "./text";

export const signInForm = z.object({
  email: email({ enter: "Enter your email address" }),
  password: password({ enter: "Enter your password" }),
});
