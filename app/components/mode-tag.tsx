import type { ModeStanding } from "~/domain/platforms/mode-standing";
import { Tag, type TagColour } from "./tag";

const tags: Record<ModeStanding["state"], { colour: TagColour; words: string }> = {
  unchecked: { colour: "red", words: "Nobody has checked this yet" },
  overdue: { colour: "red", words: "Check overdue" },
  due_soon: { colour: "yellow", words: "Check due soon" },
  checked: { colour: "green", words: "Checked" },
};

/** How a platform's check stands. */
export function ModeTag({ state }: { state: ModeStanding["state"] }) {
  const { colour, words } = tags[state];
  return <Tag colour={colour}>{words}</Tag>;
}
