import { expect, test } from "vitest";
import { z } from "zod";
import { renderPage } from "../../tests/gallery/render-page";
import { choice, choices, requiredTick } from "~/forms/choice";
import { dateField } from "~/forms/date-field";
import type { FormValues } from "~/forms/read-form-data";
import { line, password } from "~/forms/text";
import { validate, WHOLE_FORM, type FormError } from "~/forms/validate";
import { Checkboxes, Tick } from "./checkboxes";
import { DateInput } from "./date-input";
import { Radios } from "./radios";
import { SchemaForm } from "./schema-form";
import { Select } from "./select";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";

const options = [
  { value: "a", label: "A" },
  { value: "b", label: "B" },
];
const text = (label: string) => line({ label, enter: `Enter ${label}`, max: 5 });
const schema = z.object({
  title: text("title"),
  date: dateField({ label: "Date", enter: "Enter a date" }),
  kind: choice(["a", "b"], { select: "Select a kind" }),
  place: z.object({ room: text("room") }),
  notes: text("notes"),
  mode: choice(["a", "b"], { select: "Select a mode" }),
  features: choices(["a", "b"], { select: "Select features" }),
  seen: requiredTick({ confirm: "Confirm it" }),
  password: password({ enter: "Enter a password" }),
});

function Form({ defaults = {} }: { defaults?: FormValues }) {
  return (
    <SchemaForm schema={schema} version={8} defaults={defaults}>
      <h1>Form</h1>
      <TextField name="title" label="Title" />
      <DateInput name="date" label="Date" />
      <Radios name="kind" label="Kind" choices={options} />
      <TextField name="place.room" label="Room" />
      <TextArea name="notes" label="Notes" />
      <Select name="mode" label="Mode" empty="Choose" options={options} />
      <Checkboxes name="features" label="Features" choices={options} />
      <Tick name="seen" label="Seen" />
      <TextField name="password" label="Password" type="password" />
    </SchemaForm>
  );
}

async function render(values?: FormValues, errors: FormError[] = []): Promise<string> {
  const rejected = values && { rejected: { values, errors } };
  return renderPage({ name: "form", content: <Form defaults={{ title: "Stored" }} />, ...rejected });
}

function errorsOf(values: FormValues): FormError[] {
  const result = validate(schema, values);
  return result.ok ? [] : result.errors;
}

function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value]) => value ?? "");
}

const WRONG: FormValues = {
  title: "far too long",
  date: { day: "31", month: "", year: "2026" },
  kind: "c",
  place: { room: "" },
  notes: "",
  mode: "",
  features: ["x"],
  password: "secret-as-typed",
  version: "3",
  submissionId: "0198c0de-0000-4000-8000-000000000001",
};

test.each([
  ["half a date", WRONG],
  ["no date at all", { ...WRONG, date: { day: "", month: "", year: "" } }],
  ["hardly anything", { place: {} }],
])("every error leads to a field that is there and says what is wrong with it: %s", async (_what, values) => {
  const errors = errorsOf(values);
  const html = await render(values, errors);
  const ids = attributes(html, "id");
  const targets = attributes(html, "href").filter((href) => href.startsWith("#") && href !== "#main");
  expect(targets).toHaveLength(errors.length);
  for (const target of targets) expect(ids).toContain(target.slice(1));
  expect(new Set(ids).size).toBe(ids.length);
  for (const described of attributes(html, "aria-describedby").flatMap((list) => list.split(" "))) {
    expect(ids).toContain(described);
  }
});

test("everything typed comes back except the password", async () => {
  const html = await render(WRONG, errorsOf(WRONG));
  expect(html).toContain('value="far too long"');
  expect(html).toContain('name="date.day" type="text"');
  expect(html).toContain('value="31"');
  expect(html).not.toContain("secret-as-typed");
});

test("a refused form keeps the version that the person saw and its own submission", async () => {
  const html = await render(WRONG, errorsOf(WRONG));
  expect(html).toContain('name="version" value="3"');
  expect(html).toContain(`name="submissionId" value="0198c0de-0000-4000-8000-000000000001"`);
});

test("a form that nobody has sent shows what is stored, and has a submission of its own", async () => {
  const [html, other] = await Promise.all([render(), render()]);
  expect(html).toContain('value="Stored"');
  expect(html).toContain('name="version" value="8"');
  const id = /name="submissionId" value="([0-9a-f-]{36})"/;
  expect(id.exec(html)?.[1]).toMatch(/^[0-9a-f-]{36}$/);
  expect(id.exec(html)?.[1]).not.toBe(id.exec(other)?.[1]);
});

test("what no field can mend is said without a link", async () => {
  const html = await render(WRONG, [{ name: WHOLE_FORM, message: "Email or password is not right" }]);
  expect(html).toContain("<li>Email or password is not right</li>");
});

test("errors of another form on the page are not shown", async () => {
  const html = await render({ ...WRONG, form: "other" }, errorsOf(WRONG));
  expect(html).not.toContain("There is a problem");
  expect(html).toContain('value="Stored"');
});
