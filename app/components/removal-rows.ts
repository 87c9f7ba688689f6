import { scopeWords } from "~/domain/consent/words";
import type { ConsentScope } from "~/domain/record/fields";
import { sentenceCase } from "~/domain/sentence-case";
import { dateInWords, instantInWords, listInWords, parseDate } from "~/domain/time/words";
import { paths } from "~/paths";
import type { SummaryRow } from "./summary-list";

type Task = {
  participantId: string;
  code: string;
  scopes: ConsentScope[];
  dueOn: string;
  doneAt: string | null;
  doneBy: string | null;
};

/**
 * What young people took back once a session had begun, and what has become of it: one row for each of them and each
 * time that it was dealt with. `zone`: the session's.
 */
export function removalRows(
  sessionId: string,
  tasks: readonly Task[],
  zone: string,
): (SummaryRow & { value: string })[] {
  const rows = new Map<string, Task>();
  for (const task of tasks) {
    const key = `${task.participantId} ${task.doneAt}`;
    const known = rows.get(key);
    rows.set(key, known ? { ...known, scopes: [...known.scopes, ...task.scopes] } : task);
  }
  return [...rows.values()].map(({ participantId, code, scopes, dueOn, doneAt, doneBy }) => {
    const taken = `${sentenceCase(scopesInWords(scopes))}.`;
    if (doneAt !== null) {
      const when = instantInWords(doneAt, zone);
      return {
        key: `${code}, done on ${when}`,
        value: `${taken} ${doneBy ?? "Somebody who has left"} says so.`,
      };
    }
    const actions = [
      { text: "Deal with it", to: paths.removeFor(sessionId, participantId), about: `for ${code}` },
    ];
    return {
      key: code,
      value: `${taken} To be stopped and removed by ${dateInWords(parseDate(dueOn))}.`,
      actions,
    };
  });
}

/** "be seen on camera and be in photos": what somebody does not agree to any more. */
export function scopesInWords(scopes: readonly ConsentScope[]): string {
  return listInWords([...new Set(scopes)].map((scope) => scopeWords[scope]));
}
