import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { RecoveryCodes } from "~/components/recovery-codes";
import { SchemaForm } from "~/components/schema-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { recoveryCodesForm } from "~/forms/second-step-forms";
import { answerRefusal } from "~/http/answer.server";
import { asksForPasscode } from "~/http/confirmation.server";
import { requireLogin, toSecondStep } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { replaceRecoveryCodes } from "~/services/replace-recovery-codes.server";

export const handle = titled("Get new recovery codes");

export async function loader(args: LoaderFunctionArgs) {
  if (asksForPasscode(await requireLogin(args))) throw toSecondStep(args.request);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const signedIn = await requireLogin(args);
  if (asksForPasscode(signedIn)) throw toSecondStep(args.request);
  const form = await parseForm(recoveryCodesForm, args.request);
  if (!form.ok) return rejected(form);
  const outcome = await replaceRecoveryCodes(signedIn.actor);
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return data({ codes: outcome.value.recoveryCodes });
}

export default function NewRecoveryCodes() {
  const made = useActionData<{ codes?: string[] }>();
  if (made?.codes) return <RecoveryCodes codes={made.codes} next={paths.account} />;
  return (
    <>
      <BackLink to={paths.account}>Your account</BackLink>
      <SchemaForm schema={recoveryCodesForm}>
        <PageHeading
          title="Get new recovery codes"
          lead="You get ten new ones. Those that you have now stop working."
        />
        <Button>Get new codes</Button>
      </SchemaForm>
    </>
  );
}
