import {
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { useActionData, useLocation } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { OnwardsToProvider, type Onwards } from "~/components/onwards-to-provider";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { startAtProviderForm } from "~/forms/single-sign-on-forms";
import { answerOnwards } from "~/http/onwards.server";
import { safeNext, whoIsSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { startAtProvider } from "~/services/start-at-provider.server";

export const handle = titled("Sign in with your organisation");

/** Says the same whatever the address names: who is not signed in learns of no organisation. */
export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await whoIsSignedIn(args);
  if (signedIn && signedIn.actor.organisationId === args.params["organisationId"]) throw redirect(paths.home);
  return null;
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(startAtProviderForm, request);
  if (!form.ok) return rejected(form);
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  const started = await startAtProvider(params["organisationId"] ?? "", { kind: "sign_in", next }, context);
  return answerOnwards(form, started, context.origin);
}

export default function SignInTo() {
  const { pathname, search } = useLocation();
  const answer = useActionData<{ onwards?: Onwards }>();
  if (answer?.onwards) return <OnwardsToProvider {...answer.onwards} />;
  return (
    <div className="app-narrow">
      <BackLink to={paths.signIn}>Sign in with a password instead</BackLink>
      <SchemaForm schema={startAtProviderForm} action={pathname + search}>
        <PageHeading
          title="Sign in with your organisation"
          lead="You go on to your organisation’s own sign-in, and come back here when it knows you."
        />
        <Button>Continue</Button>
      </SchemaForm>
    </div>
  );
}
