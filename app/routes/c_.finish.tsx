import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { nobodyKnown, OwnPage } from "~/components/own-page";
import { plain } from "~/components/plain";
import { findOpenRequest } from "~/data/consent-requests.server";
import { readDevice } from "~/http/own-device.server";
import { forgetVisit, readVisit } from "~/http/own-visit.server";
import { paths } from "~/paths";
import { endTurn } from "~/services/hand-over-device.server";

export const handle = plain("Finished");

export function loader() {
  return null;
}

/**
 * Forgets whatever visit this browser holds, also where it is another one by now. On a device that was handed over the
 * turn of whoever has answered ends, and the next one chooses.
 */
export async function action(args: ActionFunctionArgs) {
  const { origin } = args.context;
  const device = readDevice(args);
  const visit = readVisit(args.request, origin);
  const owner = device && visit?.hasSaved ? await findOpenRequest(visit.requestId) : null;
  if (owner) await endTurn(owner);
  const to = device ? paths.answerHere : paths.ownFinish;
  return redirect(to, { status: 303, headers: forgetVisit(origin) });
}

export default function Finished() {
  return (
    <OwnPage around={nobodyKnown}>
      <h1>You have finished</h1>
      <p>Your answers are closed on this phone.</p>
      <p>Your link still works. Do other people use this phone? Then delete the link from it.</p>
      <p>Do you want to change something later? Open your link again, or ask us for a new one.</p>
    </OwnPage>
  );
}
