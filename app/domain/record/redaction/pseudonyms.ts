import type { SessionRecord } from "../schema";

/** What an id names; ids of different kinds may be alike in records made by hand. */
export type Kind =
  | "participant"
  | "person"
  | "giver"
  | "adult"
  | "staff"
  | "organisation-named"
  | "topic"
  | "account"
  | "contact-route"
  | "vetting"
  | "training"
  | "place"
  | "assignment"
  | "consent"
  | "briefing"
  | "statement"
  | "acceptance"
  | "submission"
  | "sign-off";

/** What stands for somebody or something throughout one redacted record. */
export type Rename = (kind: Kind, id: string) => string;

/** What stands where somebody typed something, so that answered and not answered stay apart. */
export const withheld = "[withheld]";

const prefixes: Partial<Record<Kind, string>> = {
  adult: "A",
  staff: "S",
  giver: "G",
  person: "P",
  topic: "T",
};

/**
 * Codes for every id that `visit` asks about. Numbered in the order of the ids, which the codes keep, so that nothing
 * that compares ids comes out otherwise; participants keep their session codes.
 */
export function pseudonymsFor(record: SessionRecord, visit: (rename: Rename) => void): Rename {
  const found = new Map<Kind, Set<string>>();
  visit((kind, id) => {
    found.set(kind, (found.get(kind) ?? new Set()).add(id));
    return id;
  });
  const sessionCodes = sessionCodesOf(record);
  const codes = new Map([...found].map(([kind, ids]) => [kind, numbered(kind, ids)]));
  return (kind, id) =>
    (kind === "participant" ? sessionCodes.get(id) : undefined) ?? codes.get(kind)?.get(id) ?? withheld;
}

/** The session codes of everybody who takes part or took part when the record was signed. */
function sessionCodesOf(record: SessionRecord): Map<string, string> {
  const everybody = [record, ...record.signOffs.map((signOff) => signOff.facts)].flatMap(
    (facts) => facts.participants,
  );
  const codes = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, code } of everybody) {
    if (codes.has(id)) continue;
    let own = code;
    for (let again = 2; taken.has(own); again += 1) own = `${code}-${again}`;
    taken.add(own);
    codes.set(id, own);
  }
  return codes;
}

function numbered(kind: Kind, ids: Set<string>): Map<string, string> {
  const sorted = [...ids].sort();
  const width = Math.max(2, String(sorted.length).length);
  const prefix = prefixes[kind] ?? kind;
  return new Map(sorted.map((id, index) => [id, `${prefix}-${String(index + 1).padStart(width, "0")}`]));
}

/** A subject as findings, acceptances and audit entries write it, `kind:ID` with parts after it, in codes. */
export function renameSubject(subject: string, rename: Rename): string {
  const [what = "", id = "", ...rest] = subject.split(":");
  if (ofNobody.has(what)) return subject;
  const kind = kindOf[what];
  if (!kind) return withheld;
  const renamed = id
    .split("+")
    .map((one) => rename(kind, one))
    .join("+");
  return [what, renamed, ...rest].join(":");
}

const ofNobody = new Set(
  "session organisation mode platform_mode wording title account feature ai_notes".split(" "),
);

const kindOf: Partial<Record<string, Kind>> = {
  participant: "participant",
  person: "person",
  adult: "adult",
  user: "staff",
  staff: "staff",
  assignment: "assignment",
  place: "place",
  briefing: "briefing",
  consent: "consent",
  consent_event: "consent",
  statement: "statement",
  acceptance: "acceptance",
  sign_off: "sign-off",
  submission: "submission",
};
