import { describe, expect, test } from "vitest";
import { findPersonalDetails, phoneDigits } from "./personal-details";

describe("the invitation", () => {
  const own = {
    allowedDomains: ["lanternmoor.example"],
    allowedContacts: ["01632 960142", " hello@other.example "],
  };
  test.each([
    ["Write to hello@lanternmoor.example or ring 01632 960142.", []],
    ["Ring +44 1632 960142", []],
    ["Ring 0044 1632 960142", []],
    ["Ring 016320100", ["phone"]],
    ["Write to HELLO@Other.Example", []],
    ["Write to odalys@home.example", ["email"]],
    ["Text me on 07700 900123", ["phone"]],
    ["odalys@home.example, 07700-900-123", ["email", "phone"]],
    ["odalys@lanternmoor.example.evil.example", ["email"]],
    ["10 December 2026, 17:00 to 17:40, meeting 12", []],
    ["", []],
  ])("%j", (text, kinds) => expect(findPersonalDetails(text, own)).toEqual(kinds));
});

test.each([
  ["+44 1632 944100", "01632944100"],
  ["0044 1632 944100", "01632944100"],
  ["01632 944100", "01632944100"],
])("the digits of %s", (value, digits) => expect(phoneDigits(value)).toBe(digits));
