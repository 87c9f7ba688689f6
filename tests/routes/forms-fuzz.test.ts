import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { MalformedForm, readFormData, type FormValue, type FormValues } from "~/forms/read-form-data";
import { validate } from "~/forms/validate";
import { allForms } from "../support/all-forms";
import { nastyName, nastyText } from "../support/nasty";
import { fuzzSeconds, fuzzSeed } from "../support/fuzz-settings";

const SHARE = 1 / 6;

const forms = await allForms();

const value: fc.Arbitrary<FormValue> = fc.letrec<{ value: FormValue; values: FormValues }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", maxDepth: 4 },
    nastyText,
    fc.array(nastyText, { maxLength: 5 }),
    tie("values"),
  ),
  values: fc.dictionary(fc.oneof(fc.string({ maxLength: 8 }), nastyName), tie("value"), { maxKeys: 4 }),
})).value;

function keysOf(schema: unknown): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodPipe) return keysOf(schema.in);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(keysOf);
  return [];
}

describe(`every form takes whatever is typed without failing (FUZZ_SEED=${fuzzSeed})`, () => {
  test.for(forms)("%s", { timeout: 600_000 }, ([, schema]) => {
    const keys = keysOf(schema);
    const submission = fc.record(
      { ...Object.fromEntries(keys.map((key) => [key, value])), surplus: value },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(submission, (values) => {
        const result = validate(schema, values);
        if (result.ok) expect(JSON.stringify(result.data)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
        else expect(result.errors.length).toBeGreaterThan(0);
      }),
      {
        seed: fuzzSeed,
        numRuns: 100_000,
        interruptAfterTimeLimit: (fuzzSeconds * 1000 * SHARE) / forms.length,
      },
    );
    expect(Object.prototype).not.toHaveProperty("polluted");
  });
});

test("a body is read into values without a prototype, or refused, whatever its names are", () => {
  const entries = fc.array(fc.tuple(fc.oneof(nastyName, fc.string({ maxLength: 12 })), nastyText), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(entries, (pairs) => {
      const form = new FormData();
      for (const [name, text] of pairs) form.append(name, text);
      try {
        expect(Object.getPrototypeOf(readFormData(form))).toBeNull();
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedForm);
      }
      expect(Object.prototype).not.toHaveProperty("polluted");
    }),
    { seed: fuzzSeed, numRuns: 500 },
  );
});
