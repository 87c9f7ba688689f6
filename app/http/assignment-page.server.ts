import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireSession } from "./session-page.server";

/**
 * An adult's part in a session, for who may edit it.
 * @throws Response as `requireSession`, and 404 where the session has no such part
 */
export async function requireAssignment(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await requireSession(args, "session.edit");
  const { session, adults } = found.record;
  const assignment = session.assignments.find(({ id }) => id === args.params["assignmentId"]);
  const adult = adults.find(({ id }) => id === assignment?.adultId);
  if (!assignment || !adult) throw new Response(null, { status: 404 });
  return { ...found, assignment, name: adult.name };
}
