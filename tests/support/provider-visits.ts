import type { Actor } from "~/domain/actor";
import type { Role } from "~/domain/record/fields";
import type { Outcome } from "~/domain/refusal";
import { confirmInvitation } from "~/services/confirm-invitation.server";
import { invite } from "~/services/invite.server";
import { returnFromProvider, type Returned } from "~/services/return-from-provider.server";
import { setSignInProvider } from "~/services/set-sign-in-provider.server";
import { startAtProvider, type Started, type VisitPurpose } from "~/services/start-at-provider.server";
import { test as opened } from "./open-database";
import { clients, startProvider, visitProvider, type RunningProvider } from "./sign-in-provider";

export const origin = "http://localhost:4340";
export const redirectUri = `${origin}/sign-in/callback`;
export const password = "three random words";
export const signIn: VisitPurpose = { kind: "sign_in", next: "/" };

export const test = opened.extend<{ provider: RunningProvider; elsewhere: RunningProvider }>({
  provider: async ({ connection: _ }, use) => {
    const provider = await startProvider("well-behaved", redirectUri);
    await use(provider);
    await provider.stop();
  },
  elsewhere: async ({ connection: _ }, use) => {
    const provider = await startProvider("well-behaved", redirectUri);
    await use(provider);
    await provider.stop();
  },
});

export const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? "done" : outcome.refusal.code);
export const address = () => `${crypto.randomUUID()}@lanternmoor.example`;
export const here = () => ({ origin, place: `place-${crypto.randomUUID()}` });

export function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal.code}: ${outcome.refusal.message}`);
  return outcome.value;
}

export async function withProvider(
  actor: Actor,
  { issuer }: RunningProvider,
  more: { required?: boolean } = {},
) {
  const wish = { issuer, ...clients.ours, required: false, ...more };
  done(await setSignInProvider(actor, wish, { origin, version: null }));
}

export async function start({ organisationId }: Actor, purpose: VisitPurpose = signIn): Promise<Started> {
  return done(await startAtProvider(organisationId, purpose, here()));
}

export function back(visit: string, search: string, more: Partial<Returned> = {}) {
  return returnFromProvider({
    visit,
    search,
    ...here(),
    invitationToken: null,
    signedIn: null,
    ...more,
  });
}

export async function visitFor(actor: Actor, purpose: VisitPurpose = signIn, more: Partial<Returned> = {}) {
  const started = await start(actor, purpose);
  return back(started.visit, await visitProvider(started.address), more);
}

export async function codeFor(actor: Actor, roles: Role[] = ["planner"]) {
  const made = done(await invite(actor, { name: "Sam", email: null, roles }, { sendsMail: false }));
  return { token: made.code ?? "", invitationId: made.invitationId };
}

export function joining(more: Partial<Extract<VisitPurpose, { kind: "join" }>> = {}): VisitPurpose {
  return { kind: "join", userId: null, name: "Sam Birch", email: address(), ...more };
}

/** Somebody new who joined with the provider, confirmed by the administrator. */
export async function joinByProvider(actor: Actor, roles: Role[] = ["planner"]): Promise<void> {
  const { token, invitationId } = await codeFor(actor, roles);
  done(await visitFor(actor, joining(), { invitationToken: token }));
  done(await confirmInvitation(actor, invitationId));
}
