import { passwordHash } from "./organisation";
import type { Transaction } from "~/data/database.server";
import { addAccount } from "~/data/doors.server";
import { modeFacts } from "~/data/session-record/mode-rows.server";
import { policySettings } from "~/data/session-record/organisation-rows.server";
import { defaultBriefing } from "~/domain/defaults/briefing";
import { toStored, toStoredOrNull } from "~/data/stored-time.server";
import type { SessionRecord } from "~/domain/record/schema";

/** The organisation of a record with its policy, people, platforms and standing facts. */
export async function storeOrganisation(tx: Transaction, record: SessionRecord): Promise<void> {
  const { organisation, policy } = record;
  const { id: organisationId, name, nation, emailDomains } = organisation;
  await tx.organisation.create({ data: { id: organisationId, name, nation, emailDomains } });
  await tx.approvedAccount.createMany({
    data: organisation.approvedAccounts.map(({ validFrom, validTo, ...account }) => ({
      ...account,
      organisationId,
      validFrom: toStored(validFrom),
      validTo: toStoredOrNull(validTo),
    })),
  });
  await tx.contactRoute.createMany({
    data: organisation.contactRoutes.map((route) => ({ ...route, organisationId })),
  });
  const { version, effectiveFrom, briefingVersions, ...settings } = policy;
  await tx.policyVersion.create({
    data: {
      organisationId,
      version,
      effectiveFrom: toStored(effectiveFrom),
      settings: policySettings.parse(settings),
    },
  });
  await tx.briefingText.createMany({
    data: briefingVersions.map(({ from, ...text }) => ({
      ...text,
      organisationId,
      fromAt: toStored(from),
      points: defaultBriefing,
    })),
  });
  await storeAdults(tx, record);
  await storeStaff(tx, record);
  await storeModes(tx, record);
}

async function storeAdults(tx: Transaction, { organisation, adults }: SessionRecord): Promise<void> {
  const organisationId = organisation.id;
  const known = new Set(adults.map((adult) => adult.id));
  const linked = organisation.staff.flatMap(({ adultId, name }) => (adultId ? [{ id: adultId, name }] : []));
  await tx.adult.createMany({
    data: linked.filter(({ id }) => !known.has(id)).map((adult) => ({ ...adult, organisationId })),
  });
  await tx.adult.createMany({
    data: adults.map(({ id, name, email, over18, stoodDownAt }) => ({
      organisationId,
      id,
      name,
      email,
      over18: over18?.answer ?? null,
      over18By: over18?.by ?? null,
      over18At: toStoredOrNull(over18?.recordedAt ?? null),
      stoodDownAt: toStoredOrNull(stoodDownAt),
    })),
  });
  await tx.vettingCheck.createMany({
    data: adults.flatMap((adult) =>
      adult.vetting.map((check) => ({
        ...check,
        organisationId,
        adultId: adult.id,
        issuedOn: toStored(check.issuedOn),
        recheckDue: toStoredOrNull(check.recheckDue),
        lastStatusCheckOn: toStoredOrNull(check.lastStatusCheckOn),
        clearedOn: toStoredOrNull(check.clearedOn),
        recordedAt: toStored(check.recordedAt),
      })),
    ),
  });
  await tx.training.createMany({
    data: adults.flatMap((adult) =>
      adult.training.map((training) => ({
        ...training,
        organisationId,
        adultId: adult.id,
        completedOn: toStored(training.completedOn),
        recordedAt: toStored(training.recordedAt),
      })),
    ),
  });
  await tx.adultDifference.createMany({
    data: adults.flatMap((adult) =>
      adult.differsFrom.map((other) => ({
        organisationId,
        adultId: adult.id,
        otherAdultId: other.adultId,
        statedBy: other.by,
        recordedAt: toStored(other.recordedAt),
      })),
    ),
  });
}

async function storeStaff(tx: Transaction, { organisation }: SessionRecord): Promise<void> {
  for (const { id, name, adultId } of organisation.staff) {
    await addAccount(tx, {
      id,
      name,
      email: `${id}@lanternmoor.example`,
      passwordHash: await passwordHash(),
    });
    await tx.membership.create({ data: { organisationId: organisation.id, userId: id, adultId } });
  }
}

async function storeModes(tx: Transaction, { organisation, platformModes }: SessionRecord): Promise<void> {
  const organisationId = organisation.id;
  for (const { id, name, service, kind, reviews, ...facts } of platformModes) {
    await tx.platformMode.create({
      data: { organisationId, id, name, service, kind, facts: modeFacts.parse(facts) },
    });
    await tx.platformReview.createMany({
      data: reviews.map((review) => ({
        organisationId,
        id: crypto.randomUUID(),
        modeId: id,
        reviewedBy: review.reviewedBy,
        reviewedOn: toStored(review.reviewedOn),
        dueBefore: toStoredOrNull(review.dueBefore),
        recordedAt: toStored(review.recordedAt),
      })),
    });
  }
}
