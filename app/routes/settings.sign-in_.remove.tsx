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
import { PasscodeField } from "~/components/passcode-field";
import { findProviderSettings } from "~/data/sign-in-provider.server";
import { parseForm, rejected } from "~/forms/parse-form";
import { removeProviderForm } from "~/forms/single-sign-on-forms";
import { answerRefusal } from "~/http/answer.server";
import { asksForPasscode, confirmedBy } from "~/http/confirmation.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { removeSignInProvider } from "~/services/set-sign-in-provider.server";

export const handle = titled("Remove single sign-on");

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(args, "user.edit");
  const settings = await findProviderSettings(signedIn.actor);
  if (!settings) throw redirect(paths.organisationSignIn);
  return { version: settings.version, asksForPasscode: asksForPasscode(signedIn) };
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function action(args: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(args, "user.edit");
  const form = await parseForm(removeProviderForm, args.request);
  if (!form.ok) return rejected(form);
  const confirmed = await confirmedBy(signedIn, form.data.passcode);
  if (!confirmed.ok) return answerRefusal(form, confirmed.refusal);
  const { version, submissionId: id } = form;
  const outcome = await removeSignInProvider(confirmed.value, { version, submission: { id, content: {} } });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(paths.organisationSignIn, "sign_in_removed");
}

export default function RemoveSingleSignOn() {
  const { version, ...asks } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.organisationSignIn}>Single sign-on</BackLink>
      <ConfirmPage
        schema={removeProviderForm}
        version={version}
        title="Remove single sign-on?"
        confirm="Remove"
        destructive
        back={{ to: paths.organisationSignIn, text: "Go back" }}
        fields={<PasscodeField asked={asks.asksForPasscode} />}
      >
        <p className="govuk-body">
          Everybody signs in to this organisation with a password or a passkey again. Who has neither asks for
          a reset of their password first.
        </p>
      </ConfirmPage>
    </>
  );
}
