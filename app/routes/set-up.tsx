import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { Radios } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { TextField } from "~/components/text-field";
import { isSetUp } from "~/data/set-up.server";
import { refuse } from "~/domain/refusal";
import { parseForm, rejected } from "~/forms/parse-form";
import { setUpForm } from "~/forms/set-up-form";
import { answerRefusal } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { signInHere } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { countedTry } from "~/services/counted-try.server";
import { createFirstOrganisation } from "~/services/create-organisation.server";
import { startLoginSession } from "~/services/start-login-session.server";

export const handle = titled("Set up your organisation");

export async function loader({ request }: LoaderFunctionArgs) {
  if (await isSetUp()) throw redirect(paths.signIn);
  return { code: new URL(request.url).searchParams.get("code") ?? "" };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const form = await parseForm(setUpForm, request);
  if (!form.ok) return rejected(form);
  const { code, ...organisation } = form.data;
  const made = await countedTry("set-up code", context.place, async () =>
    context.fitsSetUpCode(code) ? createFirstOrganisation(organisation) : wrongCode,
  );
  if (!made.ok) return answerRefusal(form, made.refusal);
  const login = await startLoginSession(form.data);
  if (!login.ok) return redirect(paths.signIn);
  await signInHere(args, login.value.token);
  return redirectWithNotice(`${paths.authenticator}?next=${paths.home}`, "organisation_made");
}

const wrongCode = refuse("wrong_set_up_code", "This is not the set-up code", "code");

export default function SetUp() {
  const { code } = useLoaderData<typeof loader>();
  return (
    <SchemaForm schema={setUpForm} defaults={{ code }} action={paths.setUp}>
      <PageHeading
        title="Set up your organisation"
        lead="You will look after the settings and can plan sessions. Somebody else signs them off: you add them next."
      />
      <TextField
        name="code"
        label="Set-up code"
        hint="It stands in the window where Greenroom was started, after “There is no organisation yet”."
        autoComplete="off"
        spellCheck={false}
      />
      <TextField name="organisation" label="Name of the organisation" />
      <Radios
        name="nation"
        label="Where are you based?"
        hint="Vetting schemes and some ages differ between nations."
        choices={[
          { value: "england", label: "England" },
          { value: "wales", label: "Wales" },
          { value: "scotland", label: "Scotland" },
          { value: "northern_ireland", label: "Northern Ireland" },
        ]}
      />
      <TextField name="name" label="Your name" autoComplete="name" spellCheck={false} />
      <TextField
        name="email"
        label="Your email address"
        type="email"
        autoComplete="username"
        spellCheck={false}
      />
      <TextField
        name="password"
        label="Choose a password"
        hint="12 characters or more. Three random words are easy to remember."
        type="password"
        autoComplete="new-password"
      />
      <Button>Set up</Button>
    </SchemaForm>
  );
}
