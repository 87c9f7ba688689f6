import { Temporal } from "temporal-polyfill";
import type { Transaction } from "~/data/database.server";
import { toInstant, toPlainDate, toPlainDateOrNull } from "~/data/stored-time.server";
import { consentScope } from "~/domain/record/fields";
import {
  organisation,
  policy,
  type Organisation,
  type Policy,
  type WordingChange,
} from "~/domain/record/organisation";

/** What a stored policy holds; its version, dates and briefing versions stand in columns and rows. */
export const policySettings = policy.omit({
  version: true,
  effectiveFrom: true,
  briefingVersions: true,
  wordingChanges: true,
});

export async function loadOrganisation(tx: Transaction, organisationId: string): Promise<Organisation> {
  const row = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    include: {
      approvedAccounts: { orderBy: { id: "asc" } },
      contactRoutes: { where: { retiredAt: null }, orderBy: { id: "asc" } },
      memberships: { include: { user: { select: { name: true } } }, orderBy: { userId: "asc" } },
    },
  });
  return organisation.parse({
    id: row.id,
    name: row.name,
    nation: row.nation,
    emailDomains: row.emailDomains,
    approvedAccounts: row.approvedAccounts.map(({ id, label, validFrom, validTo }) => ({
      id,
      label,
      validFrom: toPlainDate(validFrom),
      validTo: toPlainDateOrNull(validTo),
    })),
    contactRoutes: row.contactRoutes.map(({ id, kind, value }) => ({ id, kind, value })),
    staff: row.memberships.map(({ userId, user, adultId }) => ({ id: userId, name: user.name, adultId })),
  });
}

/** Every version of the organisation's policy, the newest first. */
export async function loadPolicies(tx: Transaction, organisationId: string): Promise<Policy[]> {
  const versions = await tx.policyVersion.findMany({
    where: { organisationId },
    orderBy: { version: "desc" },
  });
  const briefingTexts = await tx.briefingText.findMany({
    where: { organisationId },
    orderBy: { version: "asc" },
    select: { version: true, fromAt: true, changesMeaning: true },
  });
  const briefingVersions = briefingTexts.map(({ version, fromAt, changesMeaning }) => ({
    version,
    from: toInstant(fromAt),
    changesMeaning,
  }));
  const wordingChanges = await loadWordingChanges(tx, organisationId);
  return versions.map(({ version, effectiveFrom, settings }) => ({
    ...policySettings.parse(settings),
    version,
    effectiveFrom: toPlainDate(effectiveFrom),
    briefingVersions,
    ...(wordingChanges.length > 0 ? { wordingChanges } : {}),
  }));
}

/** The versions of consent questions that mean something else than those before. */
async function loadWordingChanges(tx: Transaction, organisationId: string): Promise<WordingChange[]> {
  const changed = await tx.consentWording.findMany({
    where: { organisationId, changesMeaning: true },
    orderBy: [{ publishedAt: "asc" }, { version: "asc" }, { id: "asc" }],
  });
  return changed.map(({ scope, id, version, digest, publishedAt, endsEarlier }) => ({
    scope: consentScope.parse(scope),
    wordingId: id,
    version,
    digest,
    from: toInstant(publishedAt),
    endsEarlier,
  }));
}

/** The newest policy that is in effect on the session's own date; before any is, the oldest. */
export function policyFor(policies: Policy[], startsAt: string, zone: string): Policy {
  const date = Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone).toPlainDate().toString();
  const found = policies.find((candidate) => candidate.effectiveFrom <= date) ?? policies.at(-1);
  if (!found) throw new Error("The organisation has no policy");
  return found;
}
