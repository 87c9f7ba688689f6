import { z } from "zod";
import { addressToSignIn, newTies, ProviderProblem } from "~/data/open-id.server";
import { seal, unseal } from "~/data/sealed.server";
import { countVisit } from "~/data/sign-in-tries.server";
import { findSignInProvider } from "~/data/sign-in-provider.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { askProvider } from "./ask-provider.server";
import { tooManyTries } from "./counted-try.server";
import { proveOwn } from "./own-proof.server";

const TEN_MINUTES_MS = 10 * 60_000;
const sealOfVisit = { purpose: "visits to sign-in providers", belongsTo: "the browser" };

const purpose = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sign_in"), next: z.string() }),
  /** `userId`: of the account whose password was given; null makes a new one of `name` and `email`. */
  z.object({
    kind: z.literal("join"),
    userId: z.uuid().nullable(),
    name: z.string(),
    email: z.string().nullable(),
  }),
  z.object({ kind: z.literal("link"), userId: z.uuid(), loginSessionId: z.uuid() }),
]);
const visit = z.object({
  organisationId: z.uuid(),
  issuer: z.string(),
  clientId: z.string(),
  purpose,
  ties: z.object({ state: z.string(), nonce: z.string(), verifier: z.string() }),
  until: z.number(),
});

/** What somebody goes to their organisation's provider for. */
export type VisitPurpose = z.output<typeof purpose>;
/** What the browser keeps, sealed, while somebody is there: ten minutes. */
export type Visit = z.output<typeof visit>;
/** `visit` belongs into a cookie; `address` is the provider's page, and `host` whose it is. */
export type Started = { address: string; host: string; visit: string };

/**
 * Sends somebody to their organisation's provider. An organisation without one, and one that is not there, are refused
 * alike: `not_offered`. Refuses `provider_down` where the provider does not answer or is asked for two others, and `too_many_tries` after sixty visits
 * from one place in 15 minutes. `origin`: our own address.
 */
export async function startAtProvider(
  organisationId: string,
  wanted: VisitPurpose,
  { origin, place }: { origin: string; place: string },
): Promise<Outcome<Started>> {
  const counted = await countVisit(place);
  if (!counted.allowed) return tooManyTries(counted.retryAfterSeconds);
  const provider = await findSignInProvider(organisationId);
  if (!provider) return notOffered;
  const ties = newTies();
  try {
    const address = await askProvider(organisationId, () => addressToSignIn(provider, ties, origin));
    const { issuer, clientId } = provider;
    const kept: Visit = {
      organisationId,
      issuer,
      clientId,
      purpose: wanted,
      ties,
      until: Date.now() + TEN_MINUTES_MS,
    };
    return accept({ address, host: new URL(address).host, visit: seal(JSON.stringify(kept), sealOfVisit) });
  } catch (error) {
    if (error instanceof ProviderProblem) return providerDown;
    throw error;
  }
}

/** The same for linking one's own account, which asks for the second step, or for the password where there is none. */
export async function startLinking(
  actor: Actor,
  password: string | null,
  { loginSessionId, ...here }: { loginSessionId: string; origin: string; place: string },
): Promise<Outcome<Started>> {
  const proved = await proveOwn(actor, password, here.place);
  if (!proved.ok) return proved;
  return startAtProvider(actor.organisationId, { kind: "link", userId: actor.userId, loginSessionId }, here);
}

/** What a browser kept, if it was ours and is not too old. */
export function openVisit(sealed: string): Visit | null {
  const text = unseal(sealed, sealOfVisit);
  if (text === null) return null;
  const kept = visit.parse(JSON.parse(text));
  return kept.until > Date.now() ? kept : null;
}

export const notOffered = refuse(
  "not_offered",
  "This address does not lead to a sign-in. Ask your organisation for its sign-in address",
);
export const providerDown = refuse(
  "provider_down",
  "Your organisation’s sign-in does not answer at the moment. Nothing is lost. Try again in a few minutes",
);
