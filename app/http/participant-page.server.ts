import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { viewAt, type View } from "~/domain/readiness/view";
import type { Action } from "~/domain/permissions";
import type { Participant } from "~/domain/record/participant";
import { requireSession } from "./session-page.server";

type Found = Awaited<ReturnType<typeof requireSession>> & { participant: Participant; view: View };

/**
 * The young person that a page's address names, in a session that the person signed in may edit, or may do `action` to.
 * @throws Response as `requireSession`, and 404 for somebody who does not take part in this session
 */
export async function requireParticipant(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  action: Action = "session.edit",
): Promise<Found> {
  const found = await requireSession(args, action);
  const participant = found.record.participants.find(({ id }) => id === args.params["participantId"]);
  if (!participant) throw new Response(null, { status: 404 });
  return { ...found, participant, view: viewAt(found.record, found.readiness.at) };
}
