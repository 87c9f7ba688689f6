import { useNavigation, useSubmit } from "@remix-run/react";
import { useEffect } from "react";
import { forgetSent, sentInVain } from "~/forms/last-sent";

/** Stands on every page of ours: once one has come, nothing is left to send again. */
export function Answered() {
  const { state } = useNavigation();
  useEffect(() => {
    if (state === "idle") forgetSent();
  }, [state]);
  return null;
}

/** Sends the form once more to which no page came in answer. It carries the same id, so that it is stored once. */
export function SendAgain() {
  const { state } = useNavigation();
  const submit = useSubmit();
  const sent = sentInVain();
  if (!sent) return null;
  const sending = state !== "idle";
  return (
    <>
      <p className="govuk-body">
        What you sent is kept while this page is open. If it did arrive, it is not stored twice.
      </p>
      <button
        type="button"
        className="govuk-button"
        aria-disabled={sending}
        onClick={() => {
          if (sending) return;
          submit(sent.data, { method: "post", action: sent.action });
        }}
      >
        {sending ? "Sending…" : "Send it again"}
      </button>
    </>
  );
}
