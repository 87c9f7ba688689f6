import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { Radios } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { listOtherOrganisations } from "~/data/own-account.server";
import { switchOrganisationForm } from "~/forms/own-account-forms";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerRefusal } from "~/http/answer.server";
import { readLoginCookie } from "~/http/login-cookie.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireLogin } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { switchOrganisation } from "~/services/switch-organisation.server";

export const handle = titled("Your organisations");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, organisationName, reach } = await requireLogin(args);
  const others = await listOtherOrganisations(actor, reach);
  return {
    here: organisationName,
    staysHere: reach === "organisation",
    others: others.map(({ id, name }) => ({ value: id, label: name })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, goOnWith, reach } = await requireLogin(args);
  const { origin } = args.context;
  const form = await parseForm(switchOrganisationForm, args.request);
  if (!form.ok) return rejected(form);
  const token = readLoginCookie(args.request, origin);
  if (!token) throw redirect(paths.signIn);
  const outcome = await switchOrganisation(actor, form.data.organisation, { token, reach });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  goOnWith(outcome.value.token);
  return redirectWithNotice(paths.home, "switched");
}

export default function Organisations() {
  const { here, staysHere, others } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.account}>Your account</BackLink>
      <PageHeading title="Your organisations" lead={`You are signed in to ${here}.`} />
      {others.length === 0 ? (
        <p className="govuk-body">
          {staysHere ? opensNoOther(here) : "You belong to no other organisation."}
        </p>
      ) : (
        <SchemaForm schema={switchOrganisationForm}>
          <p className="govuk-body">
            You work in one at a time. Nothing of one shows in another, and none of them learns of the others.
          </p>
          <Radios name="organisation" label="Where do you want to go?" choices={others} />
          <Button>Go there</Button>
        </SchemaForm>
      )}
    </>
  );
}

const opensNoOther = (here: string) =>
  `You came in by the sign-in of ${here}, which opens and shows no other organisation. To work in another, sign out and sign in there.`;
