import { discoverProvider, ProviderProblem, type Client } from "~/data/open-id.server";
import { tellLeads } from "~/data/notices.server";
import {
  findSignInProvider,
  hasPasswordAdministrator,
  providerSettings,
  storeProvider,
} from "~/data/sign-in-provider.server";
import type { Transaction } from "~/data/database.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import { isConfirmed, notConfirmed } from "~/domain/second-step";
import { Temporal } from "temporal-polyfill";
import { change } from "./change.server";
import type { SharedEditOptions } from "./organisation-edit";

/** `clientSecret`: null keeps the one that is stored. */
export type ProviderWish = {
  issuer: string;
  clientId: string;
  clientSecret: string | null;
  required: boolean;
};

/**
 * Sets the organisation's own sign-in, once the provider was found at its address, and tells every other holder of a
 * leading role. A stored secret is only ever sent to the provider that it was given for, so that another address or client
 * asks for it anew. `origin`: our own address. Refuses `forbidden`, `not_confirmed`, `secret_needed`, `provider_not_found`,
 * `stale_version` and `no_password_administrator`.
 */
export async function setSignInProvider(
  actor: Actor,
  { clientSecret: typed, ...wish }: ProviderWish,
  { origin, version, submission, clock = Temporal.Now.instant }: SharedEditOptions & { origin: string },
): Promise<Outcome<{ version: number }>> {
  const { organisationId, userId } = actor;
  if (!may(actor, "user.edit")) return forbidden;
  if (!isConfirmed(actor, clock().toString())) return notConfirmed;
  const stored = await findSignInProvider(organisationId);
  const same = stored?.issuer === wish.issuer && stored.clientId === wish.clientId;
  const clientSecret = typed ?? (same ? stored.clientSecret : null);
  if (clientSecret === null) return secretNeeded;
  const issuer = await issuerAt({ ...wish, clientSecret }, origin);
  if (issuer === null) return providerNotFound;
  const next = { ...wish, issuer };
  return change(
    actor,
    async ({ tx, now, record }) => {
      await tx.$queryRaw`SELECT id FROM organisation WHERE id = ${organisationId}::uuid FOR UPDATE`;
      const before = await providerSettings(tx, organisationId);
      if ((before?.version ?? null) !== version) return refuseStale();
      if (wish.required && !(await hasPasswordAdministrator(tx, null))) return noPasswordAdministrator;
      const nextVersion = (before?.version ?? 0) + 1;
      await storeProvider(tx, { organisationId, ...next, clientSecret, version: nextVersion });
      const keys = ["issuer", "clientId", "required"] as const;
      const fields: string[] = keys.filter((key) => before?.[key] !== next[key]);
      if (typed !== null) fields.push("clientSecret");
      await tellOthers(tx, { organisationId, userId, now });
      const subject = `organisation:${organisationId}` as const;
      record({ type: "sign_in_provider.changed", subject, fields, required: wish.required });
      return accept({ version: nextVersion });
    },
    { submission, clock },
  );
}

/** Takes the organisation's own sign-in away; passwords open it again. Refuses `forbidden`, `not_confirmed`, `stale_version`. */
export function removeSignInProvider(
  actor: Actor,
  { version, submission, clock }: SharedEditOptions,
): Promise<Outcome<null>> {
  const { organisationId, userId } = actor;
  return change(
    actor,
    async ({ tx, now, record }) => {
      if (!may(actor, "user.edit")) return forbidden;
      if (!isConfirmed(actor, now)) return notConfirmed;
      const { count } = await tx.signInProvider.deleteMany({
        where: { organisationId, version: version ?? -1 },
      });
      if (count === 0) return refuseStale();
      await tellOthers(tx, { organisationId, userId, now });
      record({ type: "sign_in_provider.removed", subject: `organisation:${organisationId}` });
      return accept(null);
    },
    { submission, clock },
  );
}

type Told = { organisationId: string; userId: string; now: string };

function tellOthers(tx: Transaction, { organisationId, userId, now }: Told): Promise<void> {
  const told = { organisationId, kind: "sign_in_changed", aboutUser: null, changes: [], now } as const;
  return tellLeads(tx, { ...told, except: [userId] });
}

/** The provider's address as it writes it itself; null where none is found. */
async function issuerAt(client: Client, origin: string): Promise<string | null> {
  try {
    return (await discoverProvider(client, origin)).serverMetadata().issuer;
  } catch (error) {
    if (error instanceof ProviderProblem) return null;
    throw error;
  }
}

const forbidden = refuse("forbidden", "Only an administrator changes how people sign in.");
const secretNeeded = refuse(
  "secret_needed",
  "Enter the client secret: it is kept for one address and one client ID alone",
  "clientSecret",
);
const providerNotFound = refuse(
  "provider_not_found",
  "No sign-in was found at this address. Copy the issuer address from your provider, and look whether it can be reached from the internet",
  "issuer",
);
const noPasswordAdministrator = refuse(
  "no_password_administrator",
  "An administrator with a password has to stay, for when the provider cannot be reached",
  "required",
);
