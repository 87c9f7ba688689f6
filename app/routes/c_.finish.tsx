import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { nobodyKnown, OwnPage } from "~/components/own-page";
import { plain } from "~/components/plain";
import { forgetVisit } from "~/http/own-visit.server";
import { paths } from "~/paths";

export const handle = plain("Finished");

export function loader() {
  return null;
}

/** Forgets whatever visit this browser holds, also where it is another one by now. */
export function action({ context }: ActionFunctionArgs) {
  return redirect(paths.ownFinish, { status: 303, headers: forgetVisit(context.origin) });
}

export default function Finished() {
  return (
    <OwnPage around={nobodyKnown}>
      <h1>You have finished</h1>
      <p>This phone has forgotten your link. Do you want to change something? Open your link again.</p>
    </OwnPage>
  );
}
