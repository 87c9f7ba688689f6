import { featureWords } from "~/domain/readiness/rules/accessibility";
import { nameOf } from "~/domain/readiness/view";
import type { AccessFeature } from "~/domain/record/fields";
import { accessFeature } from "~/domain/record/fields";
import type { SessionRecord } from "~/domain/record/schema";
import { sentenceCase } from "~/domain/sentence-case";

export type NeedLine = { id: string; who: string; needs: { words: string; metBy: string | null }[] };

/** Each young person who stated a need, and what meets it; null where nothing does yet. */
export function needLines(record: SessionRecord): NeedLine[] {
  return record.participants
    .filter(({ needs }) => needs.length > 0)
    .map((participant) => ({
      id: participant.id,
      who: nameOf(participant),
      needs: participant.needs.map((need) => ({ words: featureWords[need], metBy: metBy(record, need) })),
    }));
}

function metBy(record: SessionRecord, need: AccessFeature): string | null {
  const arranged = record.session.accessibility.arrangements.find((each) => each.need === need);
  if (arranged) return arranged.arrangement;
  return offeredByAll(record, need) ? "the platform has it" : null;
}

/** Whether every platform of the chain has a feature, by its record: somebody may watch on any of them. */
export function offeredByAll({ platformModes, session }: SessionRecord, feature: AccessFeature): boolean {
  const chosen = new Set(session.platforms.map(({ modeId }) => modeId));
  const modes = platformModes.filter(({ id }) => chosen.has(id));
  return modes.length > 0 && modes.every(({ features }) => features[feature] === "yes");
}

/** The features to choose from (what the platforms have, and what is chosen already), and the needs to arrange for. */
export function accessibilityChoices(record: SessionRecord) {
  const { features, arrangements } = record.session.accessibility;
  const unmet = new Set(
    record.participants.flatMap(({ needs }) => needs).filter((need) => !metBy(record, need)),
  );
  const arranged = new Set(arrangements.map(({ need }) => need));
  const all = accessFeature.options;
  const labelled = (values: AccessFeature[]) =>
    values.map((value) => ({ value, label: sentenceCase(featureWords[value]) }));
  const listed = all.filter((feature) => unmet.has(feature) || arranged.has(feature));
  return {
    features: labelled(all.filter((feature) => offeredByAll(record, feature) || features.includes(feature))),
    listed: labelled(listed),
    others: labelled(all.filter((feature) => !listed.includes(feature))),
  };
}
