import { z } from "zod";
import type { Actor } from "~/domain/actor";
import { shortVersion, type ShortVersion } from "~/domain/consent/short-version";
import { briefingPoint } from "~/domain/record/fields";
import type { Organisation, Policy } from "~/domain/record/organisation";
import type { Statement } from "~/domain/record/statement";
import { readOrganisation } from "./database.server";
import { policyToday } from "./platform-library.server";
import { loadOrganisation, loadPolicies } from "./session-record/organisation-rows.server";
import { loadStatements } from "./session-record/statement-rows.server";
import { toInstant } from "./stored-time.server";

export type OrganisationSettings = {
  organisation: Organisation;
  version: number;
  /** The name that strangers may read; null where none was chosen. */
  publicName: string | null;
  /** For how many days it holds that contact at a young person's address is safe. */
  contactSafeDays: number;
  /** The one that holds today, and all versions, the newest first. */
  policy: Policy;
  policies: Policy[];
  statements: Statement[];
};

/** What an organisation is, asks for and has stated. */
export function loadSettings({ organisationId, userId }: Actor): Promise<OrganisationSettings> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const { version, publicName, contactSafeDays } = await tx.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      select: { version: true, publicName: true, contactSafeDays: true },
    });
    const { standing } = await loadStatements(tx, organisationId, { sessionIds: [], adultIds: [] });
    return {
      organisation: await loadOrganisation(tx, organisationId),
      version,
      publicName,
      contactSafeDays,
      policy: await policyToday(tx, organisationId),
      policies: await loadPolicies(tx, organisationId),
      statements: standing,
    };
  });
}

const briefingPoints = z.record(briefingPoint, z.string());

export type Wording = {
  briefing: {
    version: number;
    from: string;
    changesMeaning: boolean;
    points: z.infer<typeof briefingPoints>;
  };
  consent: {
    id: string;
    scope: string;
    language: string;
    version: number;
    words: string;
    short: ShortVersion | null;
  }[];
};

/** The words in use: the newest briefing, and the newest question of each consent scope and language. */
export function loadWording({ organisationId, userId }: Actor): Promise<Wording> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const briefing = await tx.briefingText.findFirstOrThrow({
      where: { organisationId },
      orderBy: { version: "desc" },
    });
    const wordings = await tx.consentWording.findMany({
      where: { organisationId },
      orderBy: [{ version: "desc" }, { publishedAt: "desc" }],
    });
    const newest = new Map(wordings.toReversed().map((row) => [`${row.scope} ${row.language}`, row]));
    return {
      briefing: {
        version: briefing.version,
        from: toInstant(briefing.fromAt),
        changesMeaning: briefing.changesMeaning,
        points: briefingPoints.parse(briefing.points),
      },
      consent: [...newest.values()].map(({ id, scope, language, version, words, short }) => ({
        id,
        scope,
        language,
        version,
        words,
        short: short === null ? null : shortVersion.parse(short),
      })),
    };
  });
}
