import { findSessionFor } from "~/data/session-page.server";
import { markSessionReady } from "~/services/mark-session-ready.server";
import { signOffSession } from "~/services/sign-off-session.server";
import type { StoredSession } from "./stored-session";

/** Marks a session ready and signs it off, by the clock of today. */
export async function signOffToday({ amina, idris, sessionId }: StoredSession): Promise<void> {
  const marked = await markSessionReady(amina, sessionId, { version: null });
  if (!marked.ok) throw new Error(marked.refusal.message);
  const found = await findSessionFor(idris, sessionId);
  const options = { seen: found?.digest ?? "", accepted: [], adultsSuit: true };
  const signed = await signOffSession(idris, sessionId, options);
  if (!signed.ok) throw new Error(signed.refusal.message);
}
