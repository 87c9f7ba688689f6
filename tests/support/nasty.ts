import fc from "fast-check";

/** Words that broke programs before: control characters, halves of letters, turned directions, formulas, markup, names of objects. */
const WORDS = [
  "",
  " ",
  "\0",
  "a\0b",
  "\ud800",
  "\udfff x",
  "\u202e desrever",
  "\u2066x\u2069",
  "\ufeff",
  "\u0000\u0001\u001f",
  '=HYPERLINK("http://evil.example","x")',
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  "＝1+1",
  "\t=1",
  "<script>alert(1)</script>",
  "'; DROP TABLE session; --",
  "../../etc/passwd",
  "%00",
  "%s%n",
  "${7*7}",
  "__proto__",
  "constructor",
  "null",
  "undefined",
  "NaN",
  "1e309",
  "-1",
  "0",
  "99999999999999999999",
  "0000-00-00",
  "9999-12-31T23:59:59Z",
  "-000001-01-01",
  "2026-02-30",
  "24:00",
  "on",
  "yes",
  "🏳️‍🌈".repeat(20),
  "ﷺ".repeat(50),
  "e\u0301".repeat(300),
  "00000000-0000-0000-0000-000000000000",
  '{"a":{"b":[1,2,3]}}',
  "[".repeat(2000),
];

/** One value of a field as somebody hostile would type it. */
export const nastyText = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 200, max: 20_000 }).map((n) => "x".repeat(n)) },
);

/** A name of a field that no form of ours has. */
export const nastyName = fc.constantFrom(
  "__proto__",
  "constructor.prototype.polluted",
  "a.__proto__.b",
  "a.b.c.d.e.f.g",
  "a[]",
  "a[0][b]",
  "",
  ".",
  "a..b",
  "\0",
  "toString",
  "hasOwnProperty",
  "submissionId.x",
  "version",
);

/** Percent-encoded as browsers do, though halves of letters, which no browser sends, go as the bytes they would have. */
export function encoded(entries: readonly (readonly [string, string])[]): string {
  return entries.map(([name, value]) => `${percent(name)}=${percent(value)}`).join("&");
}

function percent(text: string): string {
  return Array.from(text, (letter) =>
    /^\p{Cs}$/u.test(letter) ? "%ED%A0%80" : encodeURIComponent(letter),
  ).join("");
}
