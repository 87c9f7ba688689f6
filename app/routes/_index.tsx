import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { isSetUp } from "~/data/set-up.server";
import { whoIsSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";

export async function loader(args: LoaderFunctionArgs) {
  if (await whoIsSignedIn(args)) throw redirect(paths.sessions);
  throw redirect((await isSetUp()) ? paths.signIn : paths.setUp);
}
