import {
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ConfirmPage } from "~/components/confirm-page";
import { titled } from "~/components/document-title";
import { OwnProofFields } from "~/components/own-proof-fields";
import { findOwnIdentity } from "~/data/identities.server";
import { findProviderSettings } from "~/data/sign-in-provider.server";
import { parseForm, rejected } from "~/forms/parse-form";
import { linkSignInForm } from "~/forms/single-sign-on-forms";
import { answerRefusal } from "~/http/answer.server";
import { confirmedBy, ownProofAsked } from "~/http/confirmation.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireLogin } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { unlinkSignIn } from "~/services/unlink-sign-in.server";

export const handle = titled("Take the link back");

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireLogin(args);
  const { actor } = signedIn;
  const [settings, asked] = await Promise.all([findProviderSettings(actor), ownProofAsked(signedIn)]);
  if (!settings || !(await findOwnIdentity(actor, settings.issuer))) throw redirect(paths.linkedSignIn);
  return {
    host: new URL(settings.issuer).host,
    asked,
  };
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function action(args: ActionFunctionArgs) {
  const signedIn = await requireLogin(args);
  const form = await parseForm(linkSignInForm, args.request);
  if (!form.ok) return rejected(form);
  const confirmed = await confirmedBy(signedIn, form.data.passcode);
  if (!confirmed.ok) return answerRefusal(form, confirmed.refusal);
  const outcome = await unlinkSignIn(confirmed.value, form.data.password, signedIn);
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(paths.linkedSignIn, "identity_unlinked");
}

export default function UnlinkSignIn() {
  const { host, asked } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.linkedSignIn}>Your organisation’s own sign-in</BackLink>
      <ConfirmPage
        schema={linkSignInForm}
        title="Take the link back?"
        confirm="Take it back"
        destructive
        back={{ to: paths.linkedSignIn, text: "Go back" }}
        fields={<OwnProofFields asked={asked} />}
      >
        <p className="govuk-body">
          You can then no longer sign in at {host}. Your password and your passkeys here stay as they are.
        </p>
      </ConfirmPage>
    </>
  );
}
