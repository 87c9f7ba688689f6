import fc from "fast-check";
import { expect, test } from "vitest";
import type { z } from "zod";
import {
  email,
  line,
  optionalLine,
  optionalName,
  optionalParagraphs,
  paragraphs,
  password,
  personName,
} from "./text";

const options = { label: "Session title", enter: "Enter a title", max: 20 };
const message = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues[0]?.message ?? null;

test("a line is trimmed, made one line and put in one normal form", () => {
  expect(line(options).parse("  Ask\t us \r\n anything ")).toBe("Ask us anything");
  expect(line(options).parse("Zoe\u0308")).toBe("Zo\u00eb");
});

test("lines end alike, whether a browser or a script sent them", () => {
  expect(paragraphs(options).parse("one\r\ntwo\rthree")).toBe("one\ntwo\nthree");
  expect(paragraphs({ ...options, max: 3 }).parse("a\r\nb")).toBe("a\nb");
});

test("nothing given says what to enter; an optional field is null", () => {
  for (const blank of ["", "  \n ", undefined]) {
    expect(message(line(options), blank)).toBe("Enter a title");
    expect(optionalLine(options).parse(blank)).toBeNull();
    expect(optionalParagraphs(options).parse(blank)).toBeNull();
  }
});

test("the limit counts characters as people do, not code units", () => {
  expect(line(options).parse("🌱".repeat(20))).toBe("🌱".repeat(20));
  expect(message(line(options), "🌱".repeat(21))).toBe("Session title must be 20 characters or less");
  expect(message(optionalLine(options), "x".repeat(21))).toBe("Session title must be 20 characters or less");
});

test.each(["nul\0", "bell\u0007", "half \ud83c", "\u0085next"])("%j is refused", (text) => {
  for (const schema of [line(options), paragraphs(options), optionalLine(options), personName(options)]) {
    expect(message(schema, text)).toBe("Session title has a character that cannot be used");
  }
});

test("a name may be in any script but may not turn the text around it", () => {
  expect(personName(options).parse("Ọlá نور 李")).toBe("Ọlá نور 李");
  expect(message(personName(options), "Milo\u202E")).toBe(
    "Session title has a character that cannot be used",
  );
  expect(message(optionalName(options), "\u2066Milo")).toBe(
    "Session title has a character that cannot be used",
  );
  expect(optionalName(options).parse(" ")).toBeNull();
});

test("a list or object where text belongs is refused with a sentence", () => {
  expect(message(line(options), ["a", "b"])).toBe("Enter a title");
  expect(message(optionalLine(options), { a: "b" })).toBe("Session title must be text");
});

test("e-mail addresses", () => {
  const schema = email({ enter: "Enter your email address" });
  expect(schema.parse(" amina@lanternmoor.example ")).toBe("amina@lanternmoor.example");
  expect(message(schema, "")).toBe("Enter your email address");
  expect(message(schema, "amina")).toBe(
    "Enter an email address in the correct format, like name@example.com",
  );
});

test("a password is kept as typed", () => {
  const schema = password({ enter: "Enter a password", min: 12 });
  expect(schema.parse("  twelve chars  ")).toBe("  twelve chars  ");
  expect(message(schema, "short")).toBe("Password must be 12 characters or more");
  expect(message(schema, "x".repeat(129))).toBe("Password must be 128 characters or less");
  expect(message(schema, "")).toBe("Enter a password");
});

test("whatever is accepted can be stored and read back unchanged, and is accepted again as it is", () => {
  const schema = optionalParagraphs({ label: "Note", max: 50 });
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (given) => {
      const result = schema.safeParse(given);
      if (!result.success || result.data === null) return;
      const text = result.data;
      expect(new TextDecoder().decode(new TextEncoder().encode(text))).toBe(text);
      expect(text).not.toMatch(/\0|\r/);
      expect([...text].length).toBeLessThanOrEqual(50);
      expect(schema.parse(text)).toBe(text);
    }),
    { seed: 2 },
  );
});
