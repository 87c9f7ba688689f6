import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ConfirmPage } from "~/components/confirm-page";
import { titled } from "~/components/document-title";
import { confirmForm } from "~/forms/confirm-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerAdultEdit, requireAdult } from "~/http/adult-page.server";
import { paths } from "~/paths";
import { tellAdultsApart } from "~/services/tell-adults-apart.server";

export const handle = titled("Are these two people?");

export async function loader(args: LoaderFunctionArgs) {
  const { adult, version, alike } = await requireAdult(args, true);
  const other = alike.find(({ id }) => id === args.params["otherId"]);
  if (!other) throw new Response(null, { status: 404 });
  return { id: adult.id, name: adult.name, email: adult.email, version, otherName: other.name };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, adultId, version } = await requireAdult(args, true);
  const form = await parseForm(confirmForm, args.request);
  if (!form.ok) return rejected(form);
  const otherId = args.params["otherId"] ?? "";
  const submission = { id: form.submissionId, content: { adultId, otherId } };
  const outcome = await tellAdultsApart(actor, adultId, otherId, { version: form.version, submission });
  return answerAdultEdit(form, outcome, { to: paths.adult(adultId), notice: "saved", version });
}

export default function TwoPeople() {
  const { id, name, email, version, otherName } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.adult(id)}>{name}</BackLink>
      <ConfirmPage
        schema={confirmForm}
        title="Are these two people?"
        confirm="Yes, they are two people"
        version={version}
        back={{ to: paths.adult(id), text: "No, or I am not sure" }}
      >
        <p className="govuk-body">
          {name} and {otherName} share the address {email}. Two adults are asked for in a session, and one
          person must not count as both. Your statement is kept with your name.
        </p>
      </ConfirmPage>
    </>
  );
}
