import type { ConsentCell } from "./matrix";

/** The newest answer of each giver to one question, in a line each; what the cell says already is not said again. */
export function onRecord(cell: ConsentCell): string[] {
  return cell.answers.map(({ who, counts, detail }) =>
    counts === cell.state ? `${who}, ${detail}` : `${who}: ${words[counts]}, ${detail}`,
  );
}

/** The same, each line with its answer. */
export function answersOnRecord(cell: ConsentCell | undefined): string[] {
  return (cell?.answers ?? []).map(({ who, counts, detail }) => `${who}: ${words[counts]}, ${detail}`);
}

const words = {
  yes: "yes",
  no: "no",
  withdrawn: "changed their mind",
  unconfirmed: "yes, waits until somebody has spoken with them",
} as const;
