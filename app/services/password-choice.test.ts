import { describe, expect, test } from "vitest";
import { choosePassword } from "./password-choice.server";

const own = ["Sam Birchwood", "sam.birchwood@lanternmoor.example", "Lanternmoor Youth Advice"];

function answer(password: string): string {
  const outcome = choosePassword(password, own);
  return outcome.ok ? "taken" : outcome.refusal.code;
}

describe("a new password (control 10)", () => {
  test.each([
    "123456789012",
    "abcdefghijklmnop",
    "qwertyuiopasdfghjkl",
    "aaaaaaaaaaaa",
    "passwordpassword",
    "Password2024!!",
    "!!!!Sunshine1234",
    "q1w2e3r4t5y6",
    "LeaveMeAlone",
    "2026-11-22-2026",
  ])("that is tried first is refused: %s", (password) => {
    expect(answer(password)).toBe("common_password");
  });

  test.each(["lanternmoor2026", "SamBirchwood!", "Greenroom-Youth-1", "birchwood.advice"])(
    "that is made of what is known is refused: %s",
    (password) => {
      expect(answer(password)).toBe("own_words");
    },
  );

  test.each([
    "three random words",
    "a lantern on the moor",
    "copper violin meadow",
    "lanternmoor copper violin",
    "tr0ub4dor&3-xyzzy",
    "ein sehr langer Satz",
    "密码是一个很长的句子啊真的",
  ])("of one's own is taken, whatever it is made of: %s", (password) => {
    expect(answer(password)).toBe("taken");
  });
});
