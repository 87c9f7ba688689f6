import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button, ButtonGroup } from "~/components/button";
import { titled } from "~/components/document-title";
import { OnwardsToProvider, type Onwards } from "~/components/onwards-to-provider";
import { OwnProofFields } from "~/components/own-proof-fields";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { TextLink } from "~/components/text-link";
import { findOwnIdentity } from "~/data/identities.server";
import { findProviderSettings } from "~/data/sign-in-provider.server";
import { HOME_ZONE } from "~/domain/time/today";
import { instantInWords } from "~/domain/time/words";
import { parseForm, rejected } from "~/forms/parse-form";
import { linkSignInForm } from "~/forms/single-sign-on-forms";
import { answerRefusal } from "~/http/answer.server";
import { confirmedBy, ownProofAsked } from "~/http/confirmation.server";
import { answerOnwards } from "~/http/onwards.server";
import { requireLogin } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { startLinking } from "~/services/start-at-provider.server";

export const handle = titled("Your organisation’s own sign-in");

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireLogin(args);
  const { actor } = signedIn;
  const [settings, asked] = await Promise.all([findProviderSettings(actor), ownProofAsked(signedIn)]);
  const since = settings && (await findOwnIdentity(actor, settings.issuer));
  return {
    organisation: signedIn.organisationName,
    host: settings && new URL(settings.issuer).host,
    since: since && instantInWords(since, HOME_ZONE),
    address: args.context.origin + paths.signInTo(actor.organisationId),
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
  const { origin } = args.context;
  const { loginSessionId, place } = signedIn;
  const started = await startLinking(confirmed.value, form.data.password, { loginSessionId, place, origin });
  return answerOnwards(form, started, origin);
}

export default function LinkedSignIn() {
  const { organisation, host, since, address, asked } = useLoaderData<typeof loader>();
  const answer = useActionData<{ onwards?: Onwards }>();
  if (answer?.onwards) return <OnwardsToProvider {...answer.onwards} />;
  return (
    <div className="app-narrow">
      <BackLink to={paths.account}>Your account</BackLink>
      {host === null ? (
        <PageHeading
          title="Your organisation’s own sign-in"
          lead={`${organisation} has none. You sign in here.`}
        />
      ) : (
        <SchemaForm schema={linkSignInForm}>
          <PageHeading
            title="Your organisation’s own sign-in"
            lead={
              since
                ? `Your account is linked to ${host}, since ${since}.`
                : `${organisation} signs in at ${host}.`
            }
          />
          <p className="govuk-body">
            {since
              ? "Keep this address as a bookmark to sign in with it:"
              : "Link your account to it once. Then you can sign in with it at:"}
          </p>
          <p className="govuk-body">
            <code>{address}</code>
          </p>
          <OwnProofFields asked={asked} />
          <ButtonGroup>
            <Button kind={since ? "secondary" : "primary"}>
              {since ? "Link it again" : "Link your account"}
            </Button>
            {since ? <TextLink to={paths.unlinkSignIn}>Take the link back</TextLink> : null}
          </ButtonGroup>
        </SchemaForm>
      )}
    </div>
  );
}
