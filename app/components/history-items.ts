export type HistoryLine = {
  seq: number;
  type: string;
  at: string;
  when: string;
  what: string;
  more: string[];
  by: string | null;
};

/**
 * A session's history as it is read: what one edit did stands together, newest first. That the plan changed is left out
 * where the event before it, of the same edit, says what changed. `lines`: oldest first.
 */
export function historyItems(lines: readonly HistoryLine[]): HistoryLine[] {
  const items: HistoryLine[] = [];
  lines.forEach((line, at) => {
    const previous = lines[at - 1];
    if (line.type === "session.changed" && previous && isPartOf(previous, line)) return;
    const last = items.at(-1);
    if (last && last.what === line.what && last.at === line.at && last.by === line.by) {
      last.more = [...new Set([...last.more, ...line.more])];
    } else {
      items.push({ ...line });
    }
  });
  return items.reverse();
}

/** Whether an event says more exactly what an edit did. */
function isPartOf(event: HistoryLine, edit: HistoryLine): boolean {
  return event.at === edit.at && event.by === edit.by && !/^(session|sign_off|record)\./.test(event.type);
}
