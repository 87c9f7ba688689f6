import { useField } from "~/forms/form-context";
import { TextField } from "./text-field";

type PasscodeFieldProps = {
  /** Whether it is asked for; it appears too once the answer was that it is missing. */
  asked?: boolean;
  label?: string;
  hint?: string;
};

/** A code of the authenticator app, or a recovery code. It is never filled in again. */
export function PasscodeField({
  asked = true,
  label = "Confirm that it is you",
  hint = "The six-digit code that your authenticator app shows, or a recovery code",
}: PasscodeFieldProps) {
  const { error } = useField("passcode");
  if (!asked && !error) return null;
  return (
    <TextField
      name="passcode"
      label={label}
      hint={hint}
      width={10}
      autoComplete="one-time-code"
      spellCheck={false}
    />
  );
}
