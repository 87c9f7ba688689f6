import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { TextField } from "~/components/text-field";
import { findByPaperReference } from "~/domain/consent/paper-reference";
import { paperReferenceForm } from "~/forms/paper-reference-form";
import { parseForm, refused, rejected } from "~/forms/parse-form";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";

export const handle = titled("Record from a paper form");

export async function loader(args: LoaderFunctionArgs) {
  const { sessionId, record } = await requireSession(args, "session.edit");
  const { title, reference } = record.session;
  return { id: sessionId, title, reference };
}

/** Leads to the page on which this person's answers are recorded. Nothing is changed by it. */
export async function action(args: ActionFunctionArgs) {
  const { sessionId, record } = await requireSession(args, "session.edit");
  const form = await parseForm(paperReferenceForm, args.request);
  if (!form.ok) return rejected(form);
  const participant = findByPaperReference(record.participants, form.data.reference);
  if (!participant) {
    const message = `Nobody in session ${record.session.reference} has this reference. Check it, and the session on the form`;
    return refused(form, { name: "reference", message });
  }
  return redirect(paths.recordPaper(sessionId, participant.id), 303);
}

export default function FromPaper() {
  const { id, title, reference } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.consent(id)}>Consent</BackLink>
      <SchemaForm schema={paperReferenceForm}>
        <PageHeading
          caption={title}
          title="Record from a paper form"
          lead={`The form has to say session ${reference} at the top.`}
        />
        <TextField
          name="reference"
          label="Reference on the form"
          hint="Six letters and numbers at the top right, for example C7K-4MX"
          width={10}
          spellCheck={false}
        />
        <Button>Find the person</Button>
      </SchemaForm>
    </>
  );
}
