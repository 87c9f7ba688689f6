import { useFetcher } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { useField } from "~/forms/form-context";
import { paths } from "~/paths";
import { PasskeyButton } from "./passkey-button";
import { TextField } from "./text-field";

type PasscodeFieldProps = {
  /** Whether it is asked for; it appears too once the answer was that it is missing. */
  asked?: boolean;
  label?: string;
  hint?: string;
  /** Where to go once a passkey was given, as the query of the page; the page stays as it is without. */
  search?: string;
};

/** A code of the authenticator app, or a recovery code, or a passkey in its place. It is never filled in again. */
export function PasscodeField({
  asked = true,
  label = "Confirm that it is you",
  hint = "The six-digit code that your authenticator app shows, or a recovery code",
  search = "",
}: PasscodeFieldProps) {
  const { error } = useField("passcode");
  const fetcher = useFetcher<{ confirmed?: boolean; problem?: string }>();
  if (fetcher.data?.confirmed) {
    return (
      <p className="govuk-body" role="status">
        Confirmed with your passkey.
      </p>
    );
  }
  if (!asked && !error) return null;
  return (
    <>
      <TextField
        name="passcode"
        label={label}
        hint={hint}
        width={10}
        autoComplete="one-time-code"
        spellCheck={false}
      />
      <PasskeyButton
        purpose="confirm"
        problem={fetcher.data?.problem}
        onCredential={(credential) =>
          fetcher.submit(
            { credential, submissionId: uuid(), version: "" },
            { method: "post", action: paths.passkeyConfirm + search },
          )
        }
      >
        Use a passkey instead
      </PasskeyButton>
    </>
  );
}
