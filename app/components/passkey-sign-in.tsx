import { useFetcher } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { paths } from "~/paths";
import { PasskeyButton } from "./passkey-button";

/** Signing in by a passkey, in place of e-mail address and password. `search` says where to go then. */
export function PasskeySignIn({ search }: { search: string }) {
  const fetcher = useFetcher<{ problem?: string }>();
  return (
    <PasskeyButton
      purpose="sign_in"
      problem={fetcher.data?.problem}
      explain
      onCredential={(credential) =>
        fetcher.submit(
          { credential, submissionId: uuid(), version: "" },
          { method: "post", action: paths.passkeySignIn + search },
        )
      }
    >
      Sign in with a passkey
    </PasskeyButton>
  );
}
