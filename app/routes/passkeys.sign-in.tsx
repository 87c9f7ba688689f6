import { data, redirect, type ActionFunctionArgs } from "@remix-run/node";
import { signedPasskeyForm } from "~/forms/passkey-forms";
import { parseForm } from "~/forms/parse-form";
import { safeNext, signInHere } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { signInByPasskey } from "~/services/sign-in-by-passkey.server";

export function loader() {
  return redirect(paths.signIn);
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const form = await parseForm(signedPasskeyForm, request);
  if (!form.ok) return data({ problem: form.errors[0]?.message }, { status: 422 });
  const outcome = await signInByPasskey(form.data.credential, context.origin);
  if (!outcome.ok) {
    context.logged.refused = outcome.refusal.code;
    return data({ problem: outcome.refusal.message }, { status: 422 });
  }
  await signInHere(args, outcome.value.token);
  return redirect(safeNext(new URL(request.url).searchParams.get("next")), 303);
}
