import { Temporal } from "temporal-polyfill";
import { adultStatements } from "~/domain/people/adult-statements";
import type { Adult } from "~/domain/record/adult";
import type { Statement } from "~/domain/record/statement";
import { dateInWords, parseDate } from "~/domain/time/words";
import { levelWords, schemeWords, workforceWords } from "~/forms/vetting-form";

type OnRecord = {
  adult: Omit<Adult, "otherSessions">;
  statements: Statement[];
  memberId: string | null;
  names: Record<string, string>;
};

export function adultSummary({ adult, memberId, names }: OnRecord) {
  const { id, name, email, over18, stoodDownAt, vetting } = adult;
  const statedBy = over18 ? `, stated by ${names[over18.by] ?? "staff"}` : "";
  return {
    id,
    name,
    email,
    over18: over18 ? `${over18.answer ? "Yes" : "No"}${statedBy}` : null,
    account: memberId ? "Yes" : "No",
    stoodDown: stoodDownAt !== null,
    vetted: vetting.length > 0,
  };
}

type Entry = { id: string; title: string; facts: string[] };

/** Everything recorded about an adult, the newest first. Nothing is ever overwritten. */
export function adultHistory(page: OnRecord): Record<"vetting" | "training" | "statements", Entry[]> {
  const { adult } = page;
  return {
    vetting: adult.vetting.map(checkEntry).toReversed(),
    training: adult.training
      .map(({ id, title, completedOn, recordedAt }) => ({
        id,
        title,
        facts: [`Completed ${day(completedOn)}`, `Recorded ${moment(recordedAt)}`],
      }))
      .toReversed(),
    statements: statementEntries(page),
  };
}

function checkEntry(check: Adult["vetting"][number]): Entry {
  const { scheme, level, workforce, issuedOn, updateService, lastStatusCheckOn, clearedForRole, clearedOn } =
    check;
  return {
    id: check.id,
    title: `${schemeWords[scheme]}, ${levelWords[level].toLowerCase()}`,
    facts: [
      workforce
        ? `For work with: ${workforceWords[workforce].toLowerCase()}`
        : "Not recorded whether it covers work with children",
      `Issued ${day(issuedOn)}`,
      ...(check.recheckDue ? [`Re-check date set by hand: ${day(check.recheckDue)}`] : []),
      ...(updateService
        ? [
            `On the Update Service${lastStatusCheckOn ? `, last checked ${day(lastStatusCheckOn)}` : ", not checked yet"}`,
          ]
        : []),
      clearedForRole
        ? `Cleared for work with young people${clearedOn ? ` on ${day(clearedOn)}` : ""}`
        : "Not cleared",
      `Recorded ${moment(check.recordedAt)}`,
    ],
  };
}

/** Statements made together are one entry. */
function statementEntries({ statements, names }: OnRecord): Entry[] {
  const moments = [...new Set(statements.map(({ recordedAt }) => recordedAt))].sort().reverse();
  return moments
    .map((recordedAt) => ({ recordedAt, made: statements.filter((each) => each.recordedAt === recordedAt) }))
    .map(({ recordedAt, made }) => {
      const first = made[0];
      const statedOn = first ? parseDate(first.statedOn) : null;
      return {
        id: recordedAt,
        title: statedOn ? `Stated ${dateInWords(statedOn)}` : "Stated",
        facts: [
          ...made.map(({ kind, answer }) => `${shortOf(kind)}: ${answer}`),
          `Recorded by ${(first && names[first.by]) ?? "staff"}, ${moment(recordedAt)}`,
        ],
      };
    });
}

function shortOf(kind: Statement["kind"]): string {
  return adultStatements.find((statement) => statement.kind === kind)?.short ?? kind;
}

function day(date: string): string {
  return dateInWords(parseDate(date));
}

function moment(instant: string): string {
  return dateInWords(Temporal.Instant.from(instant).toZonedDateTimeISO("Europe/London").toPlainDate());
}
