import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { errorsIn, Mistakes, OwnField, OwnForm } from "~/components/own-form";
import { Telephone } from "~/components/help-list-items";
import { nobodyKnown, OwnPage } from "~/components/own-page";
import { plain } from "~/components/plain";
import { newId } from "~/data/new-id.server";
import { findOwnRecord } from "~/data/own-link-page.server";
import { givenBy } from "~/domain/consent/own-words";
import { birthCheckForm, wordCheckForm } from "~/forms/own-link-forms";
import { parseForm, refused, rejected } from "~/forms/parse-form";
import type { FormError } from "~/forms/validate";
import { requireLinkDoor } from "~/http/own-door.server";
import { linkProblem } from "~/http/own-problem";
import { visitCookie } from "~/http/own-visit.server";
import { paths } from "~/paths";
import { openConsentLink } from "~/services/open-consent-link.server";
import { newestSeq } from "~/services/record-consent.server";

export const handle = plain("Your link");

/** Says of a link that it is there, and nothing else: programs that look through messages open links too. */
export async function loader(args: LoaderFunctionArgs) {
  const { door, token } = await requireLinkDoor(args);
  return { ...door, notMe: paths.notMe(token), formId: newId() };
}

export async function action(args: ActionFunctionArgs) {
  const { door, owner } = await requireLinkDoor(args);
  const form = await parseForm(door.check === "word" ? wordCheckForm : birthCheckForm, args.request);
  if (!form.ok) return rejected({ errors: form.errors, values: {} });
  const opened = await openConsentLink(owner, form.data);
  if (!opened.ok) {
    const { code, field, message } = opened.refusal;
    if (code === "not_usable") throw linkProblem("no_link");
    const name = field === "check" ? firstField(door.check) : (field ?? "form");
    return refused({ values: {} }, { name, message });
  }
  const found = await findOwnRecord(owner);
  if (!found) throw linkProblem("no_link");
  const seen = newestSeq(found.view.facts.consentEvents, owner.participantId);
  const visit = { requestId: owner.requestId, seen, answers: {}, name: null, said: null };
  return redirect(paths.ownPlace, { status: 303, headers: visitCookie(visit, args.context.origin) });
}

function firstField(check: "word" | "birth"): string {
  return check === "word" ? "word" : "day";
}

export default function OwnLink() {
  const { publicName, check, locked, call, notMe, formId } = useLoaderData<typeof loader>();
  const errors = errorsIn(useActionData<typeof action>());
  return (
    <OwnPage around={{ ...nobodyKnown, publicName }}>
      {locked ? (
        <Locked call={call} />
      ) : (
        <>
          <Mistakes errors={errors} />
          <h1>Is this link for you?</h1>
          <p>{givenBy(publicName)}</p>
          <OwnForm formId={formId}>
            {check === "word" ? <Word errors={errors} /> : <Birth errors={errors} />}
            <button className="main">Go on</button>
          </OwnForm>
          <a className="button aside" href={notMe}>
            This is not me
          </a>
        </>
      )}
    </OwnPage>
  );
}

function Word({ errors }: { errors: FormError[] }) {
  return (
    <OwnField
      name="word"
      label="What is our word?"
      hint="It is the word that you and your worker chose."
      errors={errors}
    />
  );
}

function Birth({ errors }: { errors: FormError[] }) {
  return (
    <fieldset>
      <legend>When is your birthday?</legend>
      <p>Write two numbers. For 3 May, write 3 and 5.</p>
      <OwnField name="day" label="Day" errors={errors} numeric />
      <OwnField name="month" label="Month" errors={errors} numeric />
    </fieldset>
  );
}

function Locked({ call }: { call: string | null }) {
  return (
    <>
      <h1>This link is locked</h1>
      <p>There were too many wrong tries. A worker can open it again.</p>
      {call ? (
        <p>
          Call us on <Telephone number={call} />.
        </p>
      ) : (
        <p>Speak to the person who gave it to you.</p>
      )}
    </>
  );
}
