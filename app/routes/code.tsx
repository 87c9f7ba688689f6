import type { ActionFunctionArgs, HeadersFunction } from "@remix-run/node";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { TextField } from "~/components/text-field";
import { tidyCode } from "~/data/one-time-secret.server";
import { codeForm } from "~/forms/invitation-forms";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerRefusal } from "~/http/answer.server";
import { redirectToOpened } from "~/http/opened-link.server";
import { openLink } from "~/services/open-link.server";

export const handle = titled("Enter your code");

export function loader() {
  return null;
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(codeForm, request);
  if (!form.ok) return rejected(form);
  const code = tidyCode(form.data.code);
  const opened = await openLink(code, context.place);
  if (!opened.ok) return answerRefusal(form, { ...opened.refusal, field: "code" });
  return redirectToOpened(opened.value, code, context.origin);
}

export default function EnterCode() {
  return (
    <div className="app-narrow">
      <SchemaForm schema={codeForm}>
        <PageHeading title="Enter your code" lead="An administrator of your organisation gave it to you." />
        <TextField
          name="code"
          label="Code"
          hint="Four groups of four, as in K7QM-2XRD-9FHT-W4BC. Small letters and missing hyphens are fine."
          width={20}
          spellCheck={false}
        />
        <Button>Continue</Button>
      </SchemaForm>
    </div>
  );
}
