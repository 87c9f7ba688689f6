import { data, redirect, type ActionFunctionArgs } from "@remix-run/node";
import { signedPasskeyForm } from "~/forms/passkey-forms";
import { parseForm } from "~/forms/parse-form";
import { requireLogin, safeNext } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { confirmByPasskey } from "~/services/confirm-by-passkey.server";

export function loader() {
  return redirect(paths.confirm);
}

/** With somewhere to go next it goes there; without, the page that asked stays as it is. */
export async function action(args: ActionFunctionArgs) {
  const { actor, loginSessionId, goOnWith, logRefusal } = await requireLogin(args);
  const form = await parseForm(signedPasskeyForm, args.request);
  if (!form.ok) return data({ problem: form.errors[0]?.message }, { status: 422 });
  const here = { loginSessionId, origin: args.context.origin };
  const outcome = await confirmByPasskey(actor, form.data.credential, here);
  if (!outcome.ok) {
    logRefusal(outcome.refusal.code);
    return data({ problem: outcome.refusal.message }, { status: 422 });
  }
  goOnWith(outcome.value.token);
  const next = new URL(args.request.url).searchParams.get("next");
  return next === null ? data({ confirmed: true }) : redirect(safeNext(next), 303);
}
