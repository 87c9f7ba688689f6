import type { Session } from "../record/session";
import { dateInWords, listInWords, parseDate } from "../time/words";

const chat = {
  off: "chat off",
  host_only: "chat to the host only",
  moderated: "chat looked at before it is shown",
  open: "chat open",
} as const;

/** What a session shows and keeps, in one line: `Faces, voices and names shown; chat off; not recorded`. */
export function mediaLine({ media, audience }: Pick<Session, "media" | "audience">): string {
  const shown = [
    ...(media.camera ? ["faces"] : []),
    ...(media.voice ? ["voices"] : []),
    ...(media.name ? ["names"] : []),
  ];
  const seen = shown.length > 0 ? `${listInWords(shown)} shown` : "nobody seen, heard or named";
  const kept = [
    ...(media.recording.on ? ["recorded"] : []),
    ...(media.aiNotes.on ? ["notes by a machine"] : []),
    ...(media.images ? ["photos taken"] : []),
    ...(media.replay ? ["shown again"] : []),
  ];
  const parts = [
    ...(audience === "named" ? [seen] : []),
    chat[media.chat.value],
    kept.length > 0 ? listInWords(kept) : "not recorded",
  ];
  const line = parts.join("; ");
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** Photos that are taken, as staff read it: `yes; for: our web page; kept until 11 January 2027`. */
export function imagesInWords(use: Session["media"]["imagesUse"]): string {
  return partsInWords(
    use?.purpose && `for: ${use.purpose}`,
    use?.until && `kept until ${inWords(use.until)}`,
  );
}

/** A replay, as staff read it: `yes; where: our web page; until 11 January 2027`. */
export function replayInWords(use: Session["media"]["replayUse"]): string {
  return partsInWords(use?.where && `where: ${use.where}`, use?.until && `until ${inWords(use.until)}`);
}

function partsInWords(...parts: (string | null | undefined)[]): string {
  return ["yes", ...parts].filter(Boolean).join("; ");
}

function inWords(date: string): string {
  return dateInWords(parseDate(date));
}
