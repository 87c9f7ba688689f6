import type { SectionBlock } from "../section";

/** How a state is drawn: by shape, word and colour together. */
export type Tone = "good" | "wait" | "bad" | "plain";

export type RequirementBlock = {
  id: string;
  title: string;
  status: string;
  tone: Tone;
  fact: string;
  findings: { text: string; fix: string; blocks: boolean }[];
  source: string;
};

export type Block = SectionBlock | { kind: "requirements"; items: RequirementBlock[] };

/** Everything that the template draws, as plain data: nothing in it is markup. */
export type PageContent = {
  documentTitle: string;
  reference: string;
  organisation: string;
  heading: string;
  status: string;
  tone: Tone;
  notice: string;
  facts: [string, string][];
  summary: { sentence: string; counts: { words: string; count: number; tone: Tone }[] };
  sections: { title: string; blocks: Block[] }[];
  /** The moment of the export in UTC, which dates the document. */
  date: { year: number; month: number; day: number; hour: number; minute: number; second: number };
};
