import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { endedLoginCookie, readLoginCookie } from "~/http/login-cookie.server";
import { redirectWithNotice } from "~/http/notice.server";
import { whoIsSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { signOut } from "~/services/end-login-session.server";

export function loader() {
  return redirect(paths.home);
}

export async function action(args: ActionFunctionArgs) {
  const { origin } = args.context;
  const token = readLoginCookie(args.request, origin);
  const signedIn = await whoIsSignedIn(args);
  if (signedIn && token) await signOut(signedIn.actor, token);
  return redirectWithNotice(paths.signIn, "signed_out", { "Set-Cookie": endedLoginCookie(origin) });
}
