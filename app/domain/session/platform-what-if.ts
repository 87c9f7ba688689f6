import type { Temporal } from "temporal-polyfill";
import { evaluate } from "../readiness/evaluate";
import type { Finding, Readiness } from "../readiness/result";
import type { PlatformMode } from "../record/platform-mode";
import type { SessionRecord } from "../record/schema";
import { judgeEdit } from "../sign-off/judge-edit";
import { latestSignOff, standingOf } from "../sign-off/standing";
import { countOf, listInWords } from "../time/words";
import { chainAfter } from "./platform-chain";

export type PlatformWhatIf = {
  /** The sign-off in force would lapse, or one that is suspended could not come back. */
  endsSignOff: boolean;
  /** What was done and would have to be done again, in sentences. */
  again: string[];
  /** What would newly stand in the way. */
  problems: string[];
};

/**
 * What choosing another chain of platform modes at `at` would undo, judged as the change itself will be; null where
 * it undoes nothing. `modes`: the organisation's modes, among them those chosen.
 */
export function whatIfPlatforms(
  record: SessionRecord,
  modeIds: readonly string[],
  modes: readonly PlatformMode[],
  at: Temporal.Instant,
): PlatformWhatIf | null {
  const { session } = record;
  const platforms = chainAfter(session.platforms, modeIds, at.toString());
  const after: SessionRecord = {
    ...record,
    platformModes: [...modes],
    session: { ...session, platforms },
  };
  const signOff = latestSignOff(record.signOffs);
  const stood = signOff !== null && standingOf(signOff) !== "lapsed";
  const endsSignOff = stood && judgeEdit(record, after, at).effect === "lapsed";
  const fresh = newFindings(evaluate(record, at), evaluate(after, at));
  const again = [
    ...answersAgain(fresh),
    ...considerationsAgain(record, fresh),
    ...settingsLost(record, modeIds),
  ];
  if (!endsSignOff && again.length === 0) return null;
  const problems = fresh.filter(({ kind }) => kind === "wrong").map(({ headline }) => headline);
  return { endsSignOff, again, problems: [...new Set(problems)] };
}

type Fresh = Finding & { requirement: string };

/** What would be found after the change and is not found now. */
function newFindings(before: Readiness, after: Readiness): Fresh[] {
  const keyed = ({ requirements }: Readiness): Fresh[] =>
    requirements.flatMap(({ id, findings }) => findings.map((finding) => ({ ...finding, requirement: id })));
  const key = ({ requirement, code, subject }: Fresh) => `${requirement} ${code} ${subject}`;
  const stood = new Set(keyed(before).map(key));
  return keyed(after).filter((finding) => !stood.has(key(finding)));
}

function answersAgain(fresh: Fresh[]): string[] {
  const people = (codes: string[]) =>
    new Set(
      fresh.filter(({ code }) => codes.includes(code)).map(({ subject }) => subject.split(":")[1] ?? subject),
    ).size;
  const briefed = people(["briefing_outdated"]);
  const asked = people(["asked_before_change"]);
  const stated = new Set(
    fresh.filter(({ code }) => code === "statement_outdated").map(({ requirement }) => requirement),
  ).size;
  const young = (count: number) => countOf(count, "young person", "young people");
  return [
    ...(briefed ? [`${young(briefed)} to brief again, because they were told about another platform`] : []),
    ...(asked
      ? [`${young(asked)} to ask for consent again, because they answered about another platform`]
      : []),
    ...(stated ? [`${countOf(stated, "statement")} to make again`] : []),
  ];
}

function considerationsAgain({ session }: SessionRecord, fresh: Fresh[]): string[] {
  const undone = (requirement: string) =>
    fresh.some((finding) => finding.requirement === requirement && finding.code === "not_considered");
  const questions = [
    ...(session.audienceRestricted && undone("R28") ? ["who can watch"] : []),
    ...(session.saving && undone("R29") ? ["who could save the stream"] : []),
  ];
  return questions.length > 0 ? [`Your answer on ${listInWords(questions)}, to think about again`] : [];
}

function settingsLost({ session, platformModes }: SessionRecord, modeIds: readonly string[]): string[] {
  return session.platforms
    .filter(({ modeId, settings }) => !modeIds.includes(modeId) && Object.keys(settings).length > 0)
    .map(({ modeId }) => {
      const name = platformModes.find(({ id }) => id === modeId)?.name ?? "the platform";
      return `The settings that you answered for ${name}: they are not kept`;
    });
}
