import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { InsetText } from "~/components/callout";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { PasscodeField } from "~/components/passcode-field";
import { Radios, type Choice } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { TextArea } from "~/components/text-area";
import { may } from "~/domain/permissions";
import { ENTER_PASSCODE } from "~/domain/second-step";
import { exportForm } from "~/forms/export-form";
import { parseForm, refused, rejected } from "~/forms/parse-form";
import type { FormError } from "~/forms/validate";
import { answerRefusal } from "~/http/answer.server";
import { asksForPasscode } from "~/http/confirmation.server";
import { requireRecord } from "~/http/record-page.server";
import { paths } from "~/paths";
import { exportRunning } from "~/services/one-export-at-a-time.server";

export const handle = titled("Export the record");
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const page = await requireRecord(args);
  const { actor, record, subject, sessionId } = page;
  return {
    sessionId,
    reference: record.session.reference,
    mayHaveNames: may(actor, "record.export_named", subject),
    asksForPasscode: asksForPasscode(page),
  };
}

const refusals: Record<string, FormError> = {
  letters_missing: {
    name: "format",
    message: "The PDF was not made, because it cannot show every letter of this record. Choose JSON or CSV.",
  },
  pdf_failed: {
    name: "format",
    message: "The PDF could not be made on this computer. The record is safe: choose JSON or CSV.",
  },
  not_confirmed: { name: "passcode", message: ENTER_PASSCODE },
  wrong_code: { name: "passcode", message: "This code is not right, or it was used before" },
  too_many_tries: { name: "passcode", message: "Too many tries. Try again in a quarter of an hour" },
};

/** Answers what no file was sent for: the form comes back with everything typed. */
export async function action(args: ActionFunctionArgs) {
  await requireRecord(args);
  const code = new URL(args.request.url).searchParams.get("refused") ?? "";
  if (code === "not_found") throw new Response(null, { status: 404 });
  if (code === "forbidden") throw new Response(null, { status: 403 });
  const form = await parseForm(exportForm, args.request);
  if (!form.ok) return rejected(form);
  if (code === exportRunning.code) return answerRefusal(form, exportRunning);
  return refused(form, refusals[code] ?? { name: "format", message: "No file was sent. Choose again." });
}

const formats: Choice[] = [
  { value: "pdf", label: "PDF", hint: "To read, print or send. The JSON file is attached to it." },
  { value: "json", label: "JSON", hint: "The whole record, so that its readiness can be worked out again." },
  {
    value: "requirements_csv",
    label: "CSV of requirements",
    hint: "For a spreadsheet: a row for each requirement.",
  },
  {
    value: "participants_csv",
    label: "CSV of young people",
    hint: "For a spreadsheet: a row for each session code.",
  },
];

export default function ExportRecord() {
  const { sessionId, reference, mayHaveNames, asksForPasscode: asked } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.record(sessionId)}>{`Record ${reference}`}</BackLink>
      <SchemaForm
        schema={exportForm}
        action={paths.exportFile(sessionId)}
        defaults={{ format: "pdf", names: "redacted" }}
        download
      >
        <PageHeading
          caption={reference}
          title="Export the record"
          lead="Each file that you export is noted in the session’s history."
        />
        <Radios name="format" label="Which file do you want?" choices={formats} />
        {mayHaveNames ? <Names asksForPasscode={asked} /> : <RedactedOnly />}
        <Button>Export</Button>
      </SchemaForm>
    </>
  );
}

function Names({ asksForPasscode: asked }: { asksForPasscode: boolean }) {
  const reason = (
    <>
      <TextArea
        name="reason"
        label="Why are names needed?"
        hint="Kept beside the history. Do not write about a young person here."
        rows={3}
      />
      <PasscodeField asked={asked} />
    </>
  );
  return (
    <Radios
      name="names"
      label="Are names in it?"
      choices={[
        {
          value: "redacted",
          label: "No: everybody stands by a code",
          hint: "Names, births, contacts and what people typed are left out.",
        },
        { value: "named", label: "Yes, with names", reveal: reason },
      ]}
    />
  );
}

function RedactedOnly() {
  return (
    <InsetText>
      The file is redacted: everybody stands by a code, and names, births, contacts and what people typed are
      left out. An approver, a safeguarding lead or an administrator can export one with names.
    </InsetText>
  );
}
