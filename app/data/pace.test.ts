import fc from "fast-check";
import { expect, test } from "vitest";
import { openPace } from "./pace";

const SETTINGS = { cost: 3, shortest: 20, longest: 250, credit: 500, busyFor: 1_000 };

function paced() {
  let time = 0;
  const pace = openPace(SETTINGS, () => time);
  return {
    pace,
    wait: (ms: number) => (time += ms),
    work(key: string, ms: number) {
      pace.begun(key);
      time += ms;
      pace.ended(key, ms);
    },
  };
}

test("alone, nobody waits, whatever they used up", () => {
  const { pace, work } = paced();
  for (let i = 0; i < 100; i++) work("noisy", 250);
  expect(pace.mayBegin("noisy")).toBe(true);
});

test("beside others, whoever used up their credit waits until time has paid for it, and the others do not", () => {
  const { pace, work, wait } = paced();
  for (let i = 0; i < 100; i++) work("noisy", 250);
  work("quiet", 20);
  expect([pace.mayBegin("noisy"), pace.mayBegin("quiet")]).toEqual([false, true]);
  wait(SETTINGS.longest * SETTINGS.cost);
  expect(pace.mayBegin("noisy")).toBe(true);
});

test("others who have gone quiet hold nobody up, and nobody at all is anybody's other", () => {
  const { pace, work, wait } = paced();
  work("quiet", 20);
  for (let i = 0; i < 5; i++) work("noisy", 250);
  expect(pace.mayBegin("noisy")).toBe(true);
  work("quiet", 20);
  expect(pace.mayBegin("noisy")).toBe(false);
  wait(SETTINGS.busyFor - 1);
  work("noisy", 1);
  wait(2);
  expect([pace.mayBegin("noisy"), pace.mayBegin(null)]).toEqual([true, true]);
});

test("nobody waits for longer than credit and one piece of work, whatever went before", () => {
  const pieces = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.integer({ min: 0, max: 60_000 })));
  fc.assert(
    fc.property(pieces, fc.constantFrom("a", "b", "c"), (all, key) => {
      const { pace, work, wait } = paced();
      for (const [who, ms] of all) work(who, ms);
      wait(SETTINGS.longest * SETTINGS.cost);
      expect(pace.mayBegin(key)).toBe(true);
    }),
  );
});
