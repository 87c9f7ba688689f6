import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { listWhoLeft } from "~/data/who-left.server";
import { viewAt, type View } from "~/domain/readiness/view";
import type { Action } from "~/domain/permissions";
import type { Participant } from "~/domain/record/participant";
import { requireSession } from "./session-page.server";

type Found = Awaited<ReturnType<typeof requireSession>> & { participant: Participant; view: View };

/**
 * The young person that a page's address names, in a session that the person signed in may edit, or may do `action` to.
 * `leftToo`: also somebody who was taken off the list since the session began, for what they take back.
 * @throws Response as `requireSession`, and 404 for somebody who does not take part in this session
 */
export async function requireParticipant(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  action: Action = "session.edit",
  { leftToo = false } = {},
): Promise<Found> {
  const found = await requireSession(args, action);
  const { actor, record, readiness } = found;
  const isMeant = ({ id }: Participant) => id === args.params["participantId"];
  const onList = record.participants.find(isMeant);
  const left = onList || !leftToo ? [] : await listWhoLeft(actor, record);
  const participant = onList ?? left.find(isMeant);
  if (!participant) throw new Response(null, { status: 404 });
  return { ...found, participant, view: viewAt(record, readiness.at) };
}
