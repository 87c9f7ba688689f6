import { Secret } from "otpauth";
import { describe, expect, test } from "vitest";
import { codeAt, newRecoveryCodes, newSecret, stepOf, typedCode } from "./one-time-code";

/** The published test values of RFC 6238, appendix B (SHA-1), the last six of their eight digits. */
const rfcSecret = Secret.fromUTF8("12345678901234567890").base32;

describe("codes of an authenticator app", () => {
  test.each([
    ["1970-01-01T00:00:59Z", "287082", 1],
    ["2005-03-18T01:58:29Z", "081804", 37037036],
    ["2009-02-13T23:31:30Z", "005924", 41152263],
    ["2033-05-18T03:33:20Z", "279037", 66666666],
  ])("at %s: %s", (at, code, step) => {
    expect(codeAt(rfcSecret, at)).toBe(code);
    expect(stepOf(rfcSecret, code, at)).toBe(step);
  });

  test.each([
    [-61, null],
    [-30, 41152262],
    [0, 41152263],
    [30, 41152264],
    [61, null],
  ])("of a clock that is %s seconds off", (seconds, step) => {
    const at = "2009-02-13T23:31:30Z";
    const theirs = new Date(Date.parse(at) + seconds * 1000).toISOString();
    expect(stepOf(rfcSecret, codeAt(rfcSecret, theirs), at)).toBe(step);
  });

  test("are of no use with another secret", () => {
    const at = "2009-02-13T23:31:30Z";
    expect(stepOf(newSecret(), "005924", at)).toBeNull();
  });
});

test("a secret has 160 bits and is never the same", () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(newSecret());
});

test("ten recovery codes, each another", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
});

test.each([
  ["123 456", { kind: "app", code: "123456" }],
  ["123456", { kind: "app", code: "123456" }],
  ["k7qm2xrd9fha", { kind: "recovery", code: "K7QM-2XRD-9FHA" }],
  [" K7QM-2XRD-9FHA ", { kind: "recovery", code: "K7QM-2XRD-9FHA" }],
  ["1234567", { kind: "recovery", code: "1234-567" }],
])("%s is read as it was meant", (typed, read) => {
  expect(typedCode(typed)).toEqual(read);
});
