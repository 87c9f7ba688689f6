import type { SessionRecord, SignOff } from "~/domain/record/schema";
import { changesInWords } from "~/domain/sign-off/change-words";
import type { Section, SectionBlock } from "./section";
import { spoken, writing } from "./words";

/** Every sign-off with what was accepted and why, and what became of it; and what was returned, with comments. */
export function signOffSection(record: SessionRecord): Section {
  const write = writing(record);
  const returned = record.session.submissions.flatMap((submission) => submission.returned ?? []);
  const blocks: SectionBlock[] = [
    ...record.signOffs.flatMap(signOffBlocks),
    ...returned.map(({ at, by, comments }): SectionBlock => ({
      kind: "text",
      text: `Returned by ${write.staff(by)} on ${write.when(at)}: ${comments}`,
    })),
  ];
  return {
    title: "Sign-off",
    blocks: blocks.length > 0 ? blocks : [{ kind: "text", text: "Nobody has signed this session off." }],
  };

  function signOffBlocks({ id, at, by, rules, digest, events }: SignOff): SectionBlock[] {
    const accepted = record.acceptances.filter(({ signOffId }) => signOffId === id);
    const became = events.map((event): [string, string] => [
      spoken(event.kind),
      [
        write.when(event.at),
        ...(event.by === null ? [] : [`by ${write.staff(event.by)}`]),
        ...changesInWords(event.changes),
      ].join("; "),
    ]);
    return [
      {
        kind: "facts",
        rows: [
          ["Signed off by", write.staff(by)],
          ["When", write.when(at)],
          ["Rules", rules],
          ["Digest of the facts", digest],
          ...became,
        ],
      },
      ...(accepted.length === 0
        ? []
        : [
            {
              kind: "table" as const,
              columns: [
                { title: "Accepted", width: "auto" },
                { title: "Reason", width: "3fr" },
                { title: "By", width: "1fr" },
              ],
              rows: accepted.map((acceptance) => [
                acceptance.requirement,
                acceptance.reason,
                write.staff(acceptance.by),
              ]),
            },
          ]),
    ];
  }
}
