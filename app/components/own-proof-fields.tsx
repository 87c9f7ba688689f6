import { PasscodeField } from "./passcode-field";
import { TextField } from "./text-field";

export type OwnProofAsked = { password: boolean; passcode: boolean };

/** What somebody shows again before something of their own sign-in changes; nothing where none is asked. */
export function OwnProofFields({ asked }: { asked: OwnProofAsked }) {
  return (
    <>
      {asked.password ? (
        <TextField
          name="password"
          label="Your password here"
          type="password"
          autoComplete="current-password"
        />
      ) : null}
      <PasscodeField asked={asked.passcode} />
    </>
  );
}
