import { Tag, type TagColour } from "./tag";

export type DueState = "missing" | "refused" | "overdue" | "due_soon" | "current";

const tags: Record<DueState, { colour: TagColour; words: string }> = {
  missing: { colour: "red", words: "Missing" },
  refused: { colour: "red", words: "Could not be stated" },
  overdue: { colour: "red", words: "Overdue" },
  due_soon: { colour: "yellow", words: "Due soon" },
  current: { colour: "green", words: "In date" },
};

/** How something that is renewed stands. */
export function DueTag({ state }: { state: DueState }) {
  const { colour, words } = tags[state];
  return <Tag colour={colour}>{words}</Tag>;
}
