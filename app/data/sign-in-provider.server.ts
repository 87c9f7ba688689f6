import type { Actor } from "~/domain/actor";
import { readOrganisation, readWithoutOrganisation, type Transaction } from "./database.server";
import { seal, unseal } from "./sealed.server";

/** An organisation's own sign-in by OpenID Connect. `issuer`: its address. `required`: passwords do not open the organisation. */
export type SignInProvider = {
  organisationId: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  required: boolean;
};

/** What its administrators see of it. */
export type ProviderSettings = Omit<SignInProvider, "organisationId" | "clientSecret"> & { version: number };

type Row = {
  organisation_id: string;
  issuer: string;
  client_id: string;
  client_secret: string;
  required: boolean;
};

const sealOf = (organisationId: string) => ({
  purpose: "secrets of sign-in providers",
  belongsTo: organisationId,
});

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** The provider of an organisation, before anybody is signed in; null where there is none, or no such organisation. */
export async function findSignInProvider(organisationId: string): Promise<SignInProvider | null> {
  const row = await findRow(organisationId);
  const clientSecret = row && unseal(row.client_secret, sealOf(row.organisation_id));
  if (!row || clientSecret === null) return null;
  const { issuer, client_id: clientId, required } = row;
  return { organisationId: row.organisation_id, issuer, clientId, clientSecret, required };
}

/** Whether passwords are off in an organisation, also where its provider's secret cannot be read any more. */
export async function requiresOwnSignIn(organisationId: string): Promise<boolean> {
  return (await findRow(organisationId))?.required === true;
}

async function findRow(organisationId: string): Promise<Row | null> {
  if (!UUID.test(organisationId)) return null;
  return readWithoutOrganisation(async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>`SELECT * FROM app.sign_in_provider_of(${organisationId}::uuid)`;
    return row ?? null;
  });
}

/** What is set for the organisation that `tx` is in; null where nothing is. */
export function providerSettings(tx: Transaction, organisationId: string): Promise<ProviderSettings | null> {
  return tx.signInProvider.findUnique({
    where: { organisationId },
    select: { issuer: true, clientId: true, required: true, version: true },
  });
}

export function findProviderSettings({ organisationId, userId }: Actor): Promise<ProviderSettings | null> {
  return readOrganisation({ organisationId, actorId: userId }, (tx) => providerSettings(tx, organisationId));
}

/** Stores a provider in place of the one before; the secret is sealed. */
export async function storeProvider(
  tx: Transaction,
  { organisationId, clientSecret, ...settings }: SignInProvider & { version: number },
): Promise<void> {
  const sealed = seal(clientSecret, sealOf(organisationId));
  await tx.signInProvider.deleteMany({ where: { organisationId } });
  await tx.signInProvider.createMany({ data: { organisationId, clientSecret: sealed, ...settings } });
}

/** Whether an administrator other than one can sign in with a password to the organisation that `tx` is in. */
export async function hasPasswordAdministrator(tx: Transaction, otherThan: string | null): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ there: boolean }[]>`
    SELECT app.has_password_administrator(${otherThan}::uuid) AS there`;
  return row?.there === true;
}
