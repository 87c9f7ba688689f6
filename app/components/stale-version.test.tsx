import fc from "fast-check";
import { expect, test } from "vitest";
import { renderPage } from "../../tests/gallery/render-page";
import { entriesOf, readFormData, type FormValues } from "~/forms/read-form-data";
import { StaleVersion } from "./stale-version";

async function render(values: FormValues): Promise<string> {
  const single = (name: string) => typeof values[name] === "string";
  return renderPage({
    name: "stale",
    content: (
      <StaleVersion
        changedBy="Idris Marrowby"
        changedAt={null}
        storedVersion={9}
        back="/sessions/1"
        values={values}
        fields={Object.keys(values)
          .filter((name) => name !== "version" && name !== "submissionId")
          .map((name) => ({
            name,
            label: name,
            yours: { shown: `mine ${name}`, ...(single(name) && { value: String(values[name]) }) },
            stored: { shown: `stored ${name}`, ...(single(name) && { value: `stored ${name}` }) },
          }))}
      />
    ),
  });
}

/** What the page would post as it stands: hidden fields and the buttons that are chosen. */
function posted(html: string): FormValues {
  const form = new FormData();
  const page = html.slice(html.indexOf("<main"), html.indexOf("</main"));
  for (const [input] of page.matchAll(/<input[^>]*>/g)) {
    if (/type="radio"/.test(input) && !/ checked=/.test(input)) continue;
    form.append(attribute(input, "name"), attribute(input, "value"));
  }
  return readFormData(form);
}

function attribute(input: string, name: string): string {
  const [, value = ""] = new RegExp(` ${name}="([^"]*)"`).exec(input) ?? [];
  return value
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

test("saving the page as it stands posts everything that was typed, over the version stored now", async () => {
  const word = fc.stringMatching(/^[ -~éß]{0,12}$/);
  const value = fc.oneof(
    word,
    fc.array(word, { minLength: 2, maxLength: 3 }),
    fc.record({ day: word, year: word }),
  );
  await fc.assert(
    fc.asyncProperty(fc.record({ title: value, place: value, who: value }), async (typed) => {
      const sent = { ...typed, version: "3", submissionId: "0198c0de-0000-4000-8000-000000000001" };
      const { version, submissionId, ...again } = posted(await render(sent));
      expect(version).toBe("9");
      expect(submissionId).not.toBe(sent.submissionId);
      expect(entriesOf(again).sort()).toEqual(entriesOf(typed).sort());
    }),
    { seed: 5, numRuns: 40 },
  );
});

test("both answers stand side by side, and one of them can be chosen where the field is one value", async () => {
  const html = await render({ title: "Ask us everything", date: { day: "1", month: "2", year: "2027" } });
  expect(html).toContain("mine title");
  expect(html).toContain("stored title");
  expect(html).toMatch(/type="radio"[^>]*name="title" value="stored title"/);
  expect(html).not.toMatch(/type="radio"[^>]*name="date/);
  expect(html).toContain('href="/sessions/1"');
});
