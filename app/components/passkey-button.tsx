import { useState } from "react";
import { askForPasskey, usePasskeysHere, type PasskeyPurpose } from "./use-passkey";

type PasskeyButtonProps = {
  children: string;
  purpose: PasskeyPurpose;
  /** What the server said of the last one. */
  problem?: string | undefined;
  /** Whether it is said why there is no button, where passkeys do not work. */
  explain?: boolean;
  onCredential: (credential: string) => void;
};

/** Needs a script, as passkeys do. Where they do not work there is no button, and it says why. */
export function PasskeyButton({ children, purpose, problem, explain, onCredential }: PasskeyButtonProps) {
  const why = usePasskeysHere();
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  if (why === null) return null;
  if (why !== "") return explain ? <p className="govuk-body app-muted">{why}</p> : null;
  const ask = async () => {
    setAsking(true);
    setTold(null);
    const answer = await askForPasskey(purpose);
    setAsking(false);
    if ("credential" in answer) onCredential(answer.credential);
    else setTold(answer.problem);
  };
  return (
    <>
      <button
        type="button"
        className="govuk-button govuk-button--secondary"
        aria-disabled={asking}
        onClick={() => (asking ? undefined : void ask())}
      >
        {children}
      </button>
      <p className="govuk-body" role="status">
        {asking ? "Follow what your device asks." : (told ?? problem ?? "")}
      </p>
    </>
  );
}
