import { expect, test } from "vitest";
import { fitsSetUpCode, setUpCode } from "./set-up-code";

const secret = "a secret of one installation, thirty-two characters or more";
const code = setUpCode(secret);

test("the set-up code can be read out and is the same for every process of an installation", () => {
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
  expect(setUpCode(secret)).toBe(code);
  expect(setUpCode(`${secret}!`)).not.toBe(code);
});

test("the set-up code fits however it is typed, and nothing else does", () => {
  for (const typed of [code, code.toLowerCase(), code.replace("-", ""), ` ${code} `])
    expect(fitsSetUpCode(secret, typed)).toBe(true);
  for (const typed of ["", "----", code.slice(1), `${code}2`, setUpCode("another")])
    expect(fitsSetUpCode(secret, typed)).toBe(false);
});
