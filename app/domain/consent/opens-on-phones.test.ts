import { expect, test } from "vitest";
import { opensOnPhones } from "./opens-on-phones";

test.for([
  ["https://greenroom.example", true],
  ["https://greenroom.example:8443", true],
  ["http://greenroom.example", false],
  ["http://localhost:3000", false],
  ["https://localhost:3000", false],
  ["https://green.localhost", false],
  ["https://127.0.0.1", false],
  ["https://127.9.9.9:3000", false],
  ["https://[::1]:3000", false],
  ["https://0.0.0.0", false],
  ["https://localhost.example", true],
  ["", false],
] as const)("whether a phone opens an address at %s", ([origin, opens]) => {
  expect(opensOnPhones(origin)).toBe(opens);
});
