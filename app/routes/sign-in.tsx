import {
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { PasskeySignIn } from "~/components/passkey-sign-in";
import { SchemaForm } from "~/components/schema-form";
import { TextField } from "~/components/text-field";
import { TextLink } from "~/components/text-link";
import { isSetUp } from "~/data/set-up.server";
import { parseForm, rejected } from "~/forms/parse-form";
import { signInForm } from "~/forms/sign-in-form";
import { answerRefusal } from "~/http/answer.server";
import { safeNext, signInHere, whoIsSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { signInByPassword } from "~/services/start-login-session.server";

export const handle = titled("Sign in");

export async function loader(args: LoaderFunctionArgs) {
  if (await whoIsSignedIn(args)) throw redirect(paths.home);
  if (!(await isSetUp())) throw redirect(paths.setUp);
  return { sendsMail: args.context.sendsMail };
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const form = await parseForm(signInForm, request);
  if (!form.ok) return rejected(form);
  const outcome = await signInByPassword(form.data, context.place);
  if (!outcome.ok && outcome.refusal.code === "waiting") return redirect(paths.waiting, 303);
  if (!outcome.ok) {
    context.logged.refused = outcome.refusal.code;
    return answerRefusal(form, outcome.refusal);
  }
  await signInHere(args, outcome.value.token);
  return redirect(safeNext(new URL(request.url).searchParams.get("next")), 303);
}

export default function SignIn() {
  const { sendsMail } = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  return (
    <div className="app-narrow">
      <SchemaForm schema={signInForm} action={pathname + search}>
        <PageHeading title="Sign in" />
        <TextField
          name="email"
          label="Email address"
          type="email"
          autoComplete="username"
          spellCheck={false}
        />
        <TextField name="password" label="Password" type="password" autoComplete="current-password" />
        <Button>Sign in</Button>
      </SchemaForm>
      <PasskeySignIn search={search} />
      <p className="govuk-body">
        <TextLink to={paths.ownSignIn}>Sign in with your organisation</TextLink>
      </p>
      <p className="govuk-body">
        <TextLink to={paths.code}>I have a code on paper</TextLink>
      </p>
      {sendsMail ? (
        <p className="govuk-body">
          <TextLink to={paths.forgotten}>Forgotten your password?</TextLink>
        </p>
      ) : (
        <p className="govuk-body">
          Forgotten your password? Ask an administrator of your organisation for a code.
        </p>
      )}
    </div>
  );
}
