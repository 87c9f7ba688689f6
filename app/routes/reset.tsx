import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { TextField } from "~/components/text-field";
import { findResetByToken } from "~/data/password-resets.server";
import { resetForm } from "~/forms/own-account-forms";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerRefusal } from "~/http/answer.server";
import { endedLinkCookie, readLinkCookie } from "~/http/link-cookie.server";
import { redirectWithNotice } from "~/http/notice.server";
import { paths } from "~/paths";
import { resetPassword } from "~/services/reset-password.server";

export const handle = titled("Choose a new password");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const token = readLinkCookie(request, "reset", context.origin);
  const open = token ? await findResetByToken(token) : null;
  return open && { email: open.email };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const token = readLinkCookie(request, "reset", context.origin);
  if (!token) throw redirect(paths.reset);
  const form = await parseForm(resetForm, request);
  if (!form.ok) return rejected(form);
  const outcome = await resetPassword(token, form.data.password);
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(paths.signIn, "password_reset", {
    "Set-Cookie": endedLinkCookie("reset", context.origin),
  });
}

export default function Reset() {
  const open = useLoaderData<typeof loader>();
  if (!open) return <NotUsable />;
  return (
    <div className="app-narrow">
      <SchemaForm schema={resetForm}>
        <PageHeading
          title="Choose a new password"
          lead={`For ${open.email}. You are signed out everywhere, and sign in with the new password.`}
        />
        {/* Password managers look for whose password it is. */}
        <input type="text" hidden autoComplete="username" value={open.email} readOnly />
        <TextField
          name="password"
          label="Your new password"
          hint="12 characters or more. Three random words are easy to remember."
          type="password"
          autoComplete="new-password"
        />
        <Button>Save the new password</Button>
      </SchemaForm>
    </div>
  );
}

function NotUsable() {
  return (
    <div className="app-narrow">
      <PageHeading
        title="This cannot be used"
        lead="It may be too old, have been used already, or not have been opened in this browser. Ask for a new one."
      />
      <LinkButton to={paths.signIn} kind="secondary">
        Sign in
      </LinkButton>
    </div>
  );
}
