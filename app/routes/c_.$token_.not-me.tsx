import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { errorsIn, Mistakes, OwnForm } from "~/components/own-form";
import { nobodyKnown, OwnPage } from "~/components/own-page";
import { plain } from "~/components/plain";
import { newId } from "~/data/new-id.server";
import { notMeForm } from "~/forms/own-link-forms";
import { parseForm, rejected } from "~/forms/parse-form";
import { requireLinkDoor } from "~/http/own-door.server";
import { linkProblem } from "~/http/own-problem";
import { forgetVisit } from "~/http/own-visit.server";
import { paths } from "~/paths";
import { denyLink } from "~/services/keep-consent-request.server";

export const handle = plain("Your link");

export async function loader(args: LoaderFunctionArgs) {
  const { door, token } = await requireLinkDoor(args);
  return { publicName: door.publicName, back: paths.ownLink(token), formId: newId() };
}

/** The box has to be ticked, so that a program that presses every button ends no link. */
export async function action(args: ActionFunctionArgs) {
  const { owner } = await requireLinkDoor(args);
  const form = await parseForm(notMeForm, args.request);
  if (!form.ok) return rejected({ errors: form.errors, values: {} });
  const denied = await denyLink(owner);
  if (!denied.ok) throw linkProblem("no_link");
  return redirect(paths.ownStopped, { status: 303, headers: forgetVisit(args.context.origin) });
}

export default function NotMe() {
  const { publicName, back, formId } = useLoaderData<typeof loader>();
  const errors = errorsIn(useActionData<typeof action>());
  return (
    <OwnPage around={{ ...nobodyKnown, publicName }}>
      <Mistakes errors={errors} />
      <h1>This link is not for you?</h1>
      <p>Then we stop it. It will not work for anybody any more. We tell a worker.</p>
      <OwnForm formId={formId}>
        <div className="tick">
          <input type="checkbox" id="sure" name="sure" value="yes" />
          <label htmlFor="sure">This link is not for me</label>
        </div>
        <button>Stop this link</button>
      </OwnForm>
      <p>
        <a href={back}>Go back</a>
      </p>
    </OwnPage>
  );
}
