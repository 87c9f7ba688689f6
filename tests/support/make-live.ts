import { pastPolicies } from "./owner";
import type { StoredSession } from "./stored-session";

/** As if a session of the served application's database had begun ten minutes ago and went on for half an hour. */
export async function makeLive({ sessionId }: Pick<StoredSession, "sessionId">): Promise<void> {
  const live =
    "UPDATE session SET starts_at = now() - interval '10 minutes', ends_at = now() + interval '30 minutes' WHERE id = $1";
  await pastPolicies(process.env.TESTED_OWNER_URL ?? "", "session", live, [sessionId]);
}
