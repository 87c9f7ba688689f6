import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { TextField } from "~/components/text-field";
import { ownSignInForm } from "~/forms/single-sign-on-forms";
import { parseForm, rejected } from "~/forms/parse-form";
import { paths } from "~/paths";

export const handle = titled("Sign in with your organisation");

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(ownSignInForm, request);
  if (!form.ok) return rejected(form);
  return redirect(paths.signInTo(form.data.address), 303);
}

export default function OwnSignIn() {
  return (
    <div className="app-narrow">
      <BackLink to={paths.signIn}>Sign in</BackLink>
      <SchemaForm schema={ownSignInForm}>
        <PageHeading
          title="Sign in with your organisation"
          lead="If your organisation has a sign-in of its own, it gave you an address for it. Keep that address as a bookmark."
        />
        <TextField
          name="address"
          label="Your organisation’s sign-in address"
          hint="A link to this Greenroom that ends in a long row of letters and digits"
          spellCheck={false}
        />
        <Button>Continue</Button>
      </SchemaForm>
    </div>
  );
}
