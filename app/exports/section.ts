/** A part of a record as people read it. A column's width is Typst's, `auto` or a share such as `2fr`; a screen finds its own. */
export type SectionBlock =
  | { kind: "text"; text: string }
  | { kind: "facts"; rows: [string, string][] }
  | { kind: "table"; columns: { title: string; width: string }[]; rows: string[][] };

export type Section = { title: string; blocks: SectionBlock[] };
