import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useRef } from "react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { PasskeyButton } from "~/components/passkey-button";
import { SchemaForm } from "~/components/schema-form";
import { TextField } from "~/components/text-field";
import { findOwnPasswordHash } from "~/data/own-account.server";
import { listOwnPasskeys } from "~/data/passkeys.server";
import { findOwnSecondFactor } from "~/data/second-factor.server";
import { HOME_ZONE } from "~/domain/time/today";
import { instantInWords } from "~/domain/time/words";
import { formName } from "~/forms/form-name";
import { addPasskeyForm, removePasskeyForm } from "~/forms/passkey-forms";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerRefusal } from "~/http/answer.server";
import { asksForPasscode } from "~/http/confirmation.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireLogin, toSecondStep, type SignedInHere } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { addPasskey } from "~/services/add-passkey.server";
import { removePasskey } from "~/services/remove-passkey.server";

export const handle = titled("Passkeys");

/** Whoever has a second step gives it first; what it is, is theirs to choose once. */
async function requireOwner(args: LoaderFunctionArgs): Promise<SignedInHere> {
  const signedIn = await requireLogin(args);
  if (!asksForPasscode(signedIn)) return signedIn;
  const [factor, passkeys] = await Promise.all([
    findOwnSecondFactor(signedIn.actor),
    listOwnPasskeys(signedIn.actor),
  ]);
  if (factor || passkeys.length > 0) throw toSecondStep(args.request);
  return signedIn;
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireOwner(args);
  const [passkeys, hash] = await Promise.all([listOwnPasskeys(actor), findOwnPasswordHash(actor)]);
  return {
    hasPassword: hash !== null,
    passkeys: passkeys.map(({ credentialId, name, addedAt, usedAt }) => ({
      credentialId,
      name,
      added: instantInWords(addedAt, HOME_ZONE),
      used: usedAt && instantInWords(usedAt, HOME_ZONE),
    })),
  };
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function action(args: ActionFunctionArgs) {
  const signedIn = await requireOwner(args);
  const removes = (await formName(args.request)) === "remove";
  return removes ? remove(signedIn, args) : add(signedIn, args);
}

async function add(
  { actor, loginSessionId, place, goOnWith }: SignedInHere,
  { request, context }: ActionFunctionArgs,
) {
  const form = await parseForm(addPasskeyForm, request);
  if (!form.ok) return rejected(form);
  const { credential: response, ...wish } = form.data;
  const here = { loginSessionId, place, origin: context.origin };
  const outcome = await addPasskey(actor, { ...wish, response }, here);
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  goOnWith(outcome.value.token);
  return redirectWithNotice(paths.passkeys, "passkey_added");
}

async function remove({ actor }: SignedInHere, { request }: ActionFunctionArgs) {
  const form = await parseForm(removePasskeyForm, request);
  if (!form.ok) return rejected(form);
  const outcome = await removePasskey(actor, form.data.credentialId);
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(paths.passkeys, "passkey_removed");
}

export default function Passkeys() {
  const { passkeys, hasPassword } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.account}>Your account</BackLink>
      <PageHeading
        title="Passkeys"
        lead="A finger, a face or a PIN on your own device, in place of password and code."
      />
      {passkeys.map(({ credentialId, name, added, used }) => (
        <div key={credentialId} className="app-card">
          <h2 className="app-card__title">{name}</h2>
          <p className="govuk-body">{`Added ${added}. ${used ? `Last used ${used}.` : "Not used yet."}`}</p>
          <SchemaForm schema={removePasskeyForm} name="remove">
            <input type="hidden" name="credentialId" value={credentialId} />
            <Button kind="secondary">Remove {name}</Button>
          </SchemaForm>
        </div>
      ))}
      {hasPassword ? <AddPasskey /> : <ChoosePasswordFirst />}
    </>
  );
}

function ChoosePasswordFirst() {
  return (
    <Section heading="Add a passkey">
      <p className="govuk-body">
        A passkey opens your whole account, and you have no password here yet. Choose one first: sign out, and
        go on as if you had forgotten it.
      </p>
    </Section>
  );
}

function AddPasskey() {
  const handedOver = useRef<HTMLInputElement>(null);
  return (
    <Section heading="Add a passkey">
      <SchemaForm schema={addPasskeyForm} name="add">
        <TextField
          name="name"
          label="What do you call this device?"
          hint="For example, my phone"
          width={20}
        />
        <TextField name="password" label="Your password" type="password" autoComplete="current-password" />
        <input type="hidden" name="credential" ref={handedOver} />
        <PasskeyButton
          purpose="add"
          explain
          onCredential={(credential) => {
            if (!handedOver.current) return;
            handedOver.current.value = credential;
            handedOver.current.form?.requestSubmit();
          }}
        >
          Add a passkey on this device
        </PasskeyButton>
        <noscript>
          <p className="govuk-body">Passkeys need JavaScript, which is off in this browser.</p>
        </noscript>
      </SchemaForm>
    </Section>
  );
}
