import {
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { useLocation } from "@remix-run/react";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { PasscodeField } from "~/components/passcode-field";
import { SchemaForm } from "~/components/schema-form";
import { listOwnPasskeys } from "~/data/passkeys.server";
import { findOwnSecondFactor } from "~/data/second-factor.server";
import { parseForm, rejected } from "~/forms/parse-form";
import { secondStepForm } from "~/forms/second-step-forms";
import { answerRefusal } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireLogin, safeNext } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { confirmLogin } from "~/services/confirm-login.server";

export const handle = titled("Confirm that it is you");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireLogin(args);
  const [factor, passkeys] = await Promise.all([findOwnSecondFactor(actor), listOwnPasskeys(actor)]);
  if (!factor && passkeys.length === 0) {
    throw redirect(paths.authenticator + new URL(args.request.url).search);
  }
  return null;
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function action(args: ActionFunctionArgs) {
  const { actor, loginSessionId, place, goOnWith, logRefusal } = await requireLogin(args);
  const form = await parseForm(secondStepForm, args.request);
  if (!form.ok) return rejected(form);
  const outcome = await confirmLogin(actor, form.data.passcode, { loginSessionId, place });
  if (!outcome.ok) {
    logRefusal(outcome.refusal.code);
    return answerRefusal(form, outcome.refusal);
  }
  goOnWith(outcome.value.token);
  const next = safeNext(new URL(args.request.url).searchParams.get("next"));
  if (outcome.value.recoveryCodesLeft === null) return redirect(next, 303);
  return redirectWithNotice(next, "recovery_code_used");
}

export default function Confirm() {
  const { pathname, search } = useLocation();
  return (
    <div className="app-narrow">
      <SchemaForm schema={secondStepForm} action={pathname + search}>
        <PageHeading
          title="Confirm that it is you"
          lead="What comes next can show or decide more than most, so a password alone is not enough."
        />
        <PasscodeField
          label="Code from your authenticator app"
          hint="Six digits. Without your phone, enter one of your recovery codes."
          search={search || `?next=${paths.home}`}
        />
        <Button>Continue</Button>
      </SchemaForm>
      <p className="govuk-body">
        Neither your phone nor a recovery code? Ask an administrator of your organisation.
      </p>
    </div>
  );
}
