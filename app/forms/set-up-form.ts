import { z } from "zod";
import { choice } from "./choice";
import { email, line, password, personName } from "./text";

export const nations = ["england", "wales", "scotland", "northern_ireland"] as const;

export const setUpForm = z.object({
  code: line({ label: "Set-up code", enter: "Enter the set-up code", max: 20 }),
  organisation: line({
    label: "Name of the organisation",
    enter: "Enter the name of your organisation",
    max: 120,
  }),
  nation: choice(nations, { select: "Select where you are based" }),
  name: personName({ label: "Your name", enter: "Enter your name", max: 120 }),
  email: email({ enter: "Enter your email address" }),
  password: password({ enter: "Enter a password", min: 12 }),
});
