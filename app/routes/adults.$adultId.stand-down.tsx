import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ConfirmPage } from "~/components/confirm-page";
import { titled } from "~/components/document-title";
import { countOf } from "~/domain/time/words";
import { confirmForm } from "~/forms/confirm-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerAdultEdit, requireAdult } from "~/http/adult-page.server";
import { paths } from "~/paths";
import { bringAdultBack, standDownAdult } from "~/services/stand-down-adult.server";

type Shown = { name: string; stoodDown: boolean };

export const handle = titled<Shown>(({ name, stoodDown }) =>
  stoodDown ? `Bring ${name} back?` : `Stand ${name} down?`,
);

export async function loader(args: LoaderFunctionArgs) {
  const { adult, version, upcoming } = await requireAdult(args, true);
  return { id: adult.id, name: adult.name, stoodDown: adult.stoodDownAt !== null, version, upcoming };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, adultId, adult, version } = await requireAdult(args, true);
  const form = await parseForm(confirmForm, args.request);
  if (!form.ok) return rejected(form);
  const stoodDown = adult.stoodDownAt !== null;
  const submission = { id: form.submissionId, content: { adultId } };
  const deed = stoodDown ? bringAdultBack : standDownAdult;
  const outcome = await deed(actor, adultId, { version: form.version, submission });
  const notice = stoodDown ? "brought_back" : "stood_down";
  return answerAdultEdit(form, outcome, { to: paths.adult(adultId), notice, version });
}

export default function StandDown() {
  const { id, name, stoodDown, version, upcoming } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.adult(id)}>{name}</BackLink>
      <ConfirmPage
        schema={confirmForm}
        title={stoodDown ? `Bring ${name} back?` : `Stand ${name} down?`}
        confirm={stoodDown ? `Bring ${name} back` : `Stand ${name} down`}
        destructive={!stoodDown}
        version={version}
        back={{ to: paths.adult(id), text: "Keep everything as it is" }}
      >
        {stoodDown ? (
          <p className="govuk-body">
            {name} can be chosen for sessions again. Checks, training and statements count as far as they are
            in date. A sign-off that lapsed stays lapsed.
          </p>
        ) : (
          <>
            <p className="govuk-body">
              {name} no longer counts in any session, from now on. Sign-offs of sessions still to come that
              rest on {name} lapse, and their people are told. No reason is asked, and none is held here.
            </p>
            <p className="govuk-body">
              <strong>
                {name} has a part in {countOf(upcoming, "session")} still to come.
              </strong>
            </p>
          </>
        )}
      </ConfirmPage>
    </>
  );
}
