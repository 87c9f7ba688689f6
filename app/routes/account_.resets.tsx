import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { Radios } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { findOwnResetChoice } from "~/data/own-account.server";
import { whoResetsForm } from "~/forms/own-account-forms";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerConfirmed } from "~/http/answer.server";
import { requireLogin } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { chooseWhoResets } from "~/services/choose-who-resets.server";

export const handle = titled("Who may reset your password");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireLogin(args);
  return { who: (await findOwnResetChoice(actor)) ? "operator" : "administrator" };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireLogin(args);
  const form = await parseForm(whoResetsForm, args.request);
  if (!form.ok) return rejected(form);
  const outcome = await chooseWhoResets(actor, form.data.who === "operator");
  return answerConfirmed(form, outcome, { to: paths.account, notice: "saved" });
}

export default function WhoResets() {
  const defaults = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.account}>Your account</BackLink>
      <SchemaForm schema={whoResetsForm} defaults={defaults}>
        <PageHeading
          title="Who may reset your password"
          lead="If you forget your password and no email can be sent, somebody has to give you a way back."
        />
        <Radios
          name="who"
          label="Who may do that?"
          choices={[
            {
              value: "administrator",
              label: "An administrator of my organisation",
              hint: "Face to face, with a code. If you belong to several organisations, none of their administrators can.",
            },
            { value: "operator", label: "Only whoever runs this Greenroom" },
          ]}
        />
        <Button>Save</Button>
      </SchemaForm>
    </>
  );
}
