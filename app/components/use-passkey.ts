import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { useEffect, useState } from "react";
import { v4 as uuid } from "uuid";
import { paths } from "~/paths";

export type PasskeyPurpose = "sign_in" | "confirm" | "add";

/** Whether passkeys work in this browser at this address: `null` until it is known, `""` where they do, else why not. */
export function usePasskeysHere(): string | null {
  const [why, setWhy] = useState<string | null>(null);
  useEffect(() => {
    const { hostname } = window.location;
    setWhy(whyNoPasskeys(hostname, window.isSecureContext && "PublicKeyCredential" in window));
  }, []);
  return why;
}

/** Why passkeys do not work at an address, or "". They belong to a name, and browsers keep them to safe connections. */
export function whyNoPasskeys(hostname: string, able: boolean): string {
  if (/^[\d.]+$|^\[/.test(hostname)) {
    return "Passkeys work only at a name, not at a number such as 127.0.0.1: open Greenroom at localhost or at its https address to use one.";
  }
  return able ? "" : "Passkeys work only at an address that begins with https, in a browser that knows them.";
}

/** Asks the browser for a passkey. Answers with what it hands over, as JSON, or with what to tell the person. */
export async function askForPasskey(
  purpose: PasskeyPurpose,
): Promise<{ credential: string } | { problem: string }> {
  const body = new URLSearchParams({ purpose, submissionId: uuid(), version: "" });
  const response = await fetch(paths.passkeyOptions, { method: "POST", body });
  if (!response.ok) return { problem: "Greenroom could not be reached. Try again." };
  const optionsJSON = await response.json();
  if (optionsJSON === null)
    return { problem: "You have no passkey yet. You can add one under your account." };
  try {
    const credential =
      purpose === "add"
        ? await startRegistration({ optionsJSON })
        : await startAuthentication({ optionsJSON });
    return { credential: JSON.stringify(credential) };
  } catch {
    return { problem: "No passkey was used. Try again, or go on without it." };
  }
}
