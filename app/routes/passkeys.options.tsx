import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { passkeyOptionsForm } from "~/forms/passkey-forms";
import { parseForm } from "~/forms/parse-form";
import { requireLogin } from "~/http/signed-in.server";
import { paths } from "~/paths";
import {
  newPasskeyOptions,
  passkeyConfirmOptions,
  passkeySignInOptions,
} from "~/services/passkey-options.server";

export function loader() {
  return redirect(paths.account);
}

/** What the browser is to ask its passkeys, as JSON; null where somebody has none to confirm with. */
export async function action(args: ActionFunctionArgs) {
  const form = await parseForm(passkeyOptionsForm, args.request);
  if (!form.ok) throw new Response("The form could not be read", { status: 400 });
  const { origin } = args.context;
  if (form.data.purpose === "sign_in") return Response.json(await passkeySignInOptions(origin));
  const { actor, name, email } = await requireLogin(args);
  return Response.json(
    form.data.purpose === "confirm"
      ? await passkeyConfirmOptions(actor, origin)
      : await newPasskeyOptions(actor, { name, email, origin }),
  );
}
