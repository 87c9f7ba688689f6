import {
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { TextField } from "~/components/text-field";
import { parseForm, rejected } from "~/forms/parse-form";
import { forgottenForm } from "~/forms/own-account-forms";
import { answerRefusal } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { paths } from "~/paths";
import { requestPasswordReset } from "~/services/request-password-reset.server";

export const handle = titled("Forgotten your password?");

export function loader({ context }: LoaderFunctionArgs) {
  return context.sendsMail ? null : redirect(paths.signIn);
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(forgottenForm, request);
  if (!form.ok) return rejected(form);
  if (!context.sendsMail) return redirect(paths.signIn, 303);
  const outcome = await requestPasswordReset(form.data.email, { place: context.place });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(paths.signIn, "reset_asked");
}

export default function Forgotten() {
  return (
    <div className="app-narrow">
      <SchemaForm schema={forgottenForm}>
        <PageHeading
          title="Forgotten your password?"
          lead="Enter the address that you sign in with. You get a link with which you choose a new password."
        />
        <TextField
          name="email"
          label="Email address"
          type="email"
          autoComplete="username"
          spellCheck={false}
        />
        <Button>Send me a link</Button>
      </SchemaForm>
    </div>
  );
}
