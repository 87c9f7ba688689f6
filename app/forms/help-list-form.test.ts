import { expect, test } from "vitest";
import { EMERGENCY, helpInWords, helpList, startingHelpList } from "~/domain/consent/help-list";
import { helpListDefaults, helpListForm } from "./help-list-form";
import { validate } from "./validate";

const bridge = { name: "The Bridge", telephone: "01632 960142", open: "Weekdays, 9am to 5pm" };

test("a list comes out of its form as it went in, without what was left empty", () => {
  const list = { ...startingHelpList, lines: [bridge, { ...bridge, name: "Night line", open: null }] };
  const result = validate(helpListForm, helpListDefaults(list));
  expect(result).toMatchObject({ ok: true, data: list });
  expect(helpList.parse(list)).toEqual(list);
});

test.each<[string, object, string]>([
  ["a line without a name", { first: { name: "", telephone: "01632 960142", open: "" } }, "first.name"],
  ["opening times alone", { second: { name: "", telephone: "", open: "Always" } }, "second.name"],
  ["a name without a number", { third: { name: "The Bridge", telephone: "", open: "" } }, "third.telephone"],
  ["words for a number", { fourth: { ...bridge, telephone: "call us" } }, "fourth.telephone"],
  ["no number of Childline's", { childline: { telephone: "", open: "" } }, "childline.telephone"],
  ["words for Childline's number", { childline: { telephone: "ask", open: "" } }, "childline.telephone"],
])("%s is told where it stands", (_what, amiss, at) => {
  const result = validate(helpListForm, { ...helpListDefaults(startingHelpList), ...amiss });
  expect(result.ok ? [] : result.errors.map(({ name }) => name)).toEqual([at]);
});

test("Childline and the emergency number are in every list, after the organisation's own lines", () => {
  expect(helpInWords(startingHelpList)).toBe(
    "Call Childline on 0800 1111. It is free. Are you in danger now? Call 999.",
  );
  const words = helpInWords({ ...startingHelpList, lines: [bridge] });
  expect(words).toBe(
    `Call The Bridge on 01632 960142. Weekdays, 9am to 5pm. ${helpInWords(startingHelpList)}`,
  );
  expect(words.endsWith(`${EMERGENCY}.`)).toBe(true);
});
