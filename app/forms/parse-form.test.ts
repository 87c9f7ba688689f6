import { expect, test } from "vitest";
import { z } from "zod";
import { dateField } from "./date-field";
import { parseForm, refused, rejected } from "./parse-form";
import { line, password } from "./text";

const schema = z
  .object({
    title: line({ label: "Title", enter: "Enter a title", max: 10 }),
    date: dateField({ label: "Date", enter: "Enter a date" }),
    note: line({ label: "Note", enter: "Enter a note", max: 10 }),
  })
  .refine((form) => form.title !== form.note, { path: ["title"], error: "Title and note must differ" });
const submissionId = "0198c0de-0000-4000-8000-000000000001";
const good = { title: "Ask us", "date.day": "10", "date.month": "dec", "date.year": "2026", note: "Tea" };

function post(body: BodyInit, headers: HeadersInit = {}): Request {
  return new Request("http://localhost/sessions", { method: "POST", body, headers });
}
function body(fields: Record<string, string>): URLSearchParams {
  return new URLSearchParams({ submissionId, version: "3", ...fields });
}
async function status(request: Request): Promise<number> {
  const thrown: unknown = await parseForm(schema, request).catch((error: unknown) => error);
  return thrown instanceof Response ? thrown.status : 200;
}

test("a well-formed submission gives its data, its id and the version the person saw", async () => {
  expect(await parseForm(schema, post(body(good)))).toMatchObject({
    ok: true,
    data: { title: "Ask us", date: "2026-12-10", note: "Tea" },
    submissionId,
    version: 3,
  });
});

test("a version is null where there is nothing yet to be stale", async () => {
  expect(await parseForm(schema, post(body({ ...good, version: "" })))).toMatchObject({ version: null });
});

test("errors come in the order of the page and everything typed comes back", async () => {
  const form = await parseForm(schema, post(body({ ...good, title: "", "date.year": "", note: " " })));
  expect(form).toMatchObject({
    ok: false,
    errors: [
      { name: "title", message: "Enter a title" },
      { name: "date.year", message: "Date must include a year" },
      { name: "note", message: "Enter a note" },
    ],
    values: { title: "", date: { day: "10", month: "dec", year: "" }, note: " ", version: "3" },
  });
});

test("what the schema says of several fields together takes its place on the page", async () => {
  const form = await parseForm(schema, post(body({ ...good, note: "Ask us" })));
  expect(form).toMatchObject({ errors: [{ name: "title", message: "Title and note must differ" }] });
});

test("a multipart body reads the same", async () => {
  const multipart = new FormData();
  for (const [name, value] of body(good)) multipart.append(name, value);
  expect(await parseForm(schema, post(multipart))).toMatchObject({ ok: true, submissionId });
});

test.each([
  ["JSON", 415, post("{}", { "Content-Type": "application/json" })],
  ["broken multipart", 400, post("--x\r\nnonsense", { "Content-Type": "multipart/form-data; boundary=y" })],
  ["conflicting names", 400, post(body({ ...good, "title.x": "1" }))],
  ["a name that reaches for a prototype", 400, post(body({ ...good, "__proto__.polluted": "1" }))],
  ["no submission id", 400, post(new URLSearchParams(good))],
  ["a submission id that is none", 400, post(body({ ...good, submissionId: "1" }))],
  ["a version that is no number", 400, post(body({ ...good, version: "1e3" }))],
])("%s is answered with %i", async (_what, expected, request) => {
  expect(await status(request)).toBe(expected);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("a rejection is a 422 that never carries a password back", async () => {
  const signIn = z.object({
    email: line({ label: "Email", enter: "Enter it", max: 99 }),
    password: password({ enter: "Enter it" }),
  });
  const form = await parseForm(signIn, post(body({ email: "", password: "correct horse" })));
  if (form.ok) throw new Error("expected a rejection");
  const answer = rejected(form);
  expect(answer.init?.status).toBe(422);
  expect(JSON.stringify(answer.data)).not.toContain("correct horse");

  const accepted = await parseForm(signIn, post(body({ email: "a@b.example", password: "correct horse" })));
  if (!accepted.ok) throw new Error("expected data");
  const refusal = refused(accepted, { name: "email", message: "Email or password is not right" });
  expect(refusal.data.rejected.values).toMatchObject({ email: "a@b.example" });
  expect(JSON.stringify(refusal.data)).not.toContain("correct horse");
});
