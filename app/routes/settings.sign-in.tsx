import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { Tick } from "~/components/checkboxes";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { PasscodeField } from "~/components/passcode-field";
import { SchemaForm } from "~/components/schema-form";
import { SummaryList } from "~/components/summary-list";
import { TextField } from "~/components/text-field";
import { TextLink } from "~/components/text-link";
import { redirectAddress } from "~/data/open-id.server";
import { findProviderSettings } from "~/data/sign-in-provider.server";
import { parseForm, rejected } from "~/forms/parse-form";
import { providerForm, providerLabels } from "~/forms/single-sign-on-forms";
import { answerRefusal, answerStale } from "~/http/answer.server";
import { asksForPasscode, confirmedBy } from "~/http/confirmation.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { setSignInProvider } from "~/services/set-sign-in-provider.server";

export const handle = titled("Single sign-on");

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(args, "user.edit");
  const { origin } = args.context;
  const settings = await findProviderSettings(signedIn.actor);
  return {
    isSet: settings !== null,
    version: settings?.version ?? 0,
    defaults: {
      issuer: settings?.issuer ?? "",
      clientId: settings?.clientId ?? "",
      required: settings?.required ? "yes" : "",
    },
    asksForPasscode: asksForPasscode(signedIn),
    redirectAddress: redirectAddress(origin),
    signInAddress: origin + paths.signInTo(signedIn.actor.organisationId),
  };
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function action(args: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(args, "user.edit");
  const form = await parseForm(providerForm, args.request);
  if (!form.ok) return rejected(form);
  const { passcode, ...wish } = form.data;
  const confirmed = await confirmedBy(signedIn, passcode);
  if (!confirmed.ok) return answerRefusal(form, confirmed.refusal);
  const { origin } = args.context;
  const submission = { id: form.submissionId, content: wish };
  const version = form.version || null;
  const outcome = await setSignInProvider(confirmed.value, wish, { origin, version, submission });
  if (outcome.ok) return redirectWithNotice(paths.organisationSignIn, "saved");
  if (outcome.refusal.code !== "stale_version") return answerRefusal(form, outcome.refusal);
  return answerStale(form, {
    to: paths.organisationSignIn,
    labels: providerLabels,
    reload: () => loader(args),
  });
}

export default function SingleSignOn() {
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.settings}>Settings</BackLink>
      <PageHeading
        title="Single sign-on"
        lead="If your organisation has a sign-in of its own that speaks OpenID Connect, people can use it here. Whoever looks after it gives you what this page asks for."
      />
      <Section heading="1. What your provider needs to know">
        <SummaryList
          rows={[
            { key: "Redirect address", value: <code className="app-address">{data.redirectAddress}</code> },
          ]}
        />
      </Section>
      <Section heading="2. What Greenroom needs to know">
        <SchemaForm schema={providerForm} defaults={data.defaults} version={data.version}>
          <TextField
            name="issuer"
            label="Issuer address"
            hint="For example, https://login.example.org"
            spellCheck={false}
          />
          <TextField name="clientId" label="Client ID" spellCheck={false} />
          <TextField
            name="clientSecret"
            label="Client secret"
            hint={
              data.isSet
                ? "It is kept and never shown. Leave this empty to keep it."
                : "It is never shown again."
            }
            type="password"
            autoComplete="off"
            optional={data.isSet}
          />
          <Tick
            name="required"
            label="Passwords do not open this organisation any more"
            hint="Passkeys still do, and so do the passwords of administrators, for when the provider cannot be reached. Tick this when everybody has linked their account."
          />
          <PasscodeField asked={data.asksForPasscode} />
          <Button>Save</Button>
        </SchemaForm>
      </Section>
      {data.isSet ? (
        <Section heading="3. What people need to know">
          <p className="govuk-body">
            Everybody links their account once, under their account. Then they sign in at:
          </p>
          <SummaryList
            rows={[
              { key: "Sign-in address", value: <code className="app-address">{data.signInAddress}</code> },
            ]}
          />
          <p className="govuk-body">
            <TextLink to={paths.removeSignIn}>Remove single sign-on</TextLink>
          </p>
        </Section>
      ) : null}
    </>
  );
}
