import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { RoleBoxes } from "~/components/role-boxes";
import { SchemaForm } from "~/components/schema-form";
import { TextField } from "~/components/text-field";
import { parseForm, rejected } from "~/forms/parse-form";
import { addUserForm } from "~/forms/user-forms";
import { answerRefusal } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { addUser } from "~/services/add-user.server";

export const handle = titled("Add somebody");

export async function loader(args: LoaderFunctionArgs) {
  await requireSignedIn(args, "user.edit");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "user.edit");
  const form = await parseForm(addUserForm, args.request);
  if (!form.ok) return rejected(form);
  const { password: _password, ...content } = form.data;
  const outcome = await addUser(actor, form.data, { submission: { id: form.submissionId, content } });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(paths.users, "user_added");
}

export default function AddUser() {
  return (
    <>
      <BackLink to={paths.users}>Users and roles</BackLink>
      <SchemaForm schema={addUserForm}>
        <PageHeading title="Add somebody" />
        <TextField name="name" label="Name" spellCheck={false} />
        <TextField
          name="email"
          label="Email address"
          hint="They sign in with it."
          type="email"
          spellCheck={false}
        />
        <RoleBoxes />
        <TextField
          name="password"
          label="First password"
          hint="12 characters or more, for example three random words. Give it to them in person or by telephone."
          type="password"
          autoComplete="new-password"
        />
        <Button>Add them</Button>
      </SchemaForm>
    </>
  );
}
