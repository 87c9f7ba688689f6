import { isNoTurn, openTurns } from "~/data/fair-turns";
import { ProviderProblem } from "~/data/open-id.server";

/** Fewer at once than this process works on, so that providers which keep silent leave turns to everybody else. */
const asks = openTurns({ atOnce: 8, forOne: 2, waitMs: 0 });

/**
 * Asks an organisation's provider, unless this process asks it for two others at the moment, or too many providers at
 * all: a provider that keeps silent holds no more than two requests up (OWASP ASVS 5.0, 13.1.2).
 * @throws ProviderProblem `down` at once instead; nothing was asked then
 */
export async function askProvider<T>(organisationId: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await asks.run(organisationId, ask);
  } catch (error) {
    throw isNoTurn(error) ? new ProviderProblem("down") : error;
  }
}
