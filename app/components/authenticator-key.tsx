import { useField } from "~/forms/form-context";
import { textOf } from "./form-group";
import { QrCode } from "./qr-code";

/** The address that an authenticator app reads from a QR code: https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
export function authenticatorAddress(key: string, account: string): string {
  const query = new URLSearchParams({ secret: key, issuer: "Greenroom" });
  return `otpauth://totp/Greenroom:${encodeURIComponent(account)}?${query.toString()}`;
}

/** The form's key, as a picture to scan and as letters to type. */
export function AuthenticatorKey({ account }: { account: string }) {
  const key = textOf(useField("key"));
  const address = authenticatorAddress(key, account);
  return (
    <>
      <input type="hidden" name="key" value={key} />
      <QrCode text={address} label="QR code for your authenticator app" />
      <p className="govuk-body">
        <a className="govuk-link" href={address}>
          The app is on this device: open it there
        </a>
      </p>
      <p className="govuk-body">
        If you cannot scan it, type this key into the app:{" "}
        <strong className="app-key">{key.replaceAll(/(.{4})(?=.)/g, "$1 ")}</strong>
      </p>
    </>
  );
}
