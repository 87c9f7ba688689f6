import type { ActionFunctionArgs, HeadersFunction } from "@remix-run/node";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { openLinkForm } from "~/forms/invitation-forms";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerRefusal } from "~/http/answer.server";
import { redirectToOpened } from "~/http/opened-link.server";
import { openLink } from "~/services/open-link.server";

export const handle = titled("Open your link");

/** Says the same of every link and uses none up: programs that look through mail open links too. */
export function loader() {
  return null;
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(openLinkForm, request);
  if (!form.ok) return rejected(form);
  const token = params["token"] ?? "";
  const opened = await openLink(token, context.place);
  if (!opened.ok) return answerRefusal(form, opened.refusal);
  return redirectToOpened(opened.value, token, context.origin);
}

export default function OpenLink() {
  return (
    <div className="app-narrow">
      <SchemaForm schema={openLinkForm}>
        <PageHeading
          title="Open your link"
          lead="You were sent a link to Greenroom. It works once, and for you alone."
        />
        <Button>Open it</Button>
      </SchemaForm>
    </div>
  );
}
