import {
  keepDailyCheckpoint,
  keepInstallationCheckpoint,
  listDailyCheckpointsDue,
} from "~/data/audit-checkpoint.server";
import { withOrganisation, type Transaction } from "~/data/database.server";
import { queueMail } from "~/data/mail.server";
import { listMembers } from "~/data/members.server";

const A_WEEK = 7 * 24 * 3600;

/**
 * Keeps the signed checkpoint of each chain that is a day old and has grown since. With `mail` a copy leaves to every
 * safeguarding lead of the organisation: what left cannot be rewritten with the database. Returns how many were kept.
 *
 * @throws AggregateError after the others were seen to, where some could not be kept
 */
export async function keepDailyCheckpoints({ mail }: { mail: boolean }): Promise<number> {
  let kept = 0;
  const problems: unknown[] = [];
  async function attempt(work: () => Promise<boolean>) {
    try {
      if (await work()) kept += 1;
    } catch (problem) {
      problems.push(problem);
    }
  }
  await attempt(keepInstallationCheckpoint);
  for (const organisationId of await listDailyCheckpointsDue()) {
    await attempt(() =>
      withOrganisation({ organisationId, actorId: null }, async (tx) => {
        const fresh = await keepDailyCheckpoint(tx, organisationId);
        if (fresh && mail) await mailToLeads(tx, organisationId);
        return fresh;
      }),
    );
  }
  if (problems.length > 0) throw new AggregateError(problems, "Some checkpoints could not be kept");
  return kept;
}

async function mailToLeads(tx: Transaction, organisationId: string): Promise<void> {
  const members = await listMembers(tx, organisationId);
  for (const { email } of members.filter(({ roles }) => roles.includes("safeguarding_lead")))
    await queueMail(tx, organisationId, {
      kind: "checkpoint",
      about: organisationId,
      to: email,
      usableForSeconds: A_WEEK,
    });
}
