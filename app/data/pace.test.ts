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

test("alone, nobody is held back, whatever they used up", () => {
  const { pace, work } = paced();
  for (let i = 0; i < 100; i++) work("noisy", 250);
  expect(pace.maySeveral("noisy")).toBe(true);
});

test("beside others, whoever used up their credit has one at a time until time has paid for it, and the others do not", () => {
  const { pace, work, wait } = paced();
  for (let i = 0; i < 100; i++) work("noisy", 250);
  work("quiet", 20);
  expect([pace.maySeveral("noisy"), pace.maySeveral("quiet")]).toEqual([false, true]);
  wait(SETTINGS.longest * SETTINGS.cost);
  expect(pace.maySeveral("noisy")).toBe(true);
});

test("others who have gone quiet hold nobody up, and nobody at all is anybody's other", () => {
  const { pace, work, wait } = paced();
  work("quiet", 20);
  for (let i = 0; i < 5; i++) work("noisy", 250);
  expect(pace.maySeveral("noisy")).toBe(true);
  work("quiet", 20);
  expect(pace.maySeveral("noisy")).toBe(false);
  wait(SETTINGS.busyFor - 1);
  work("noisy", 1);
  wait(2);
  expect([pace.maySeveral("noisy"), pace.maySeveral(null)]).toEqual([true, true]);
});

test("nobody is held back for longer than one piece of work is paid for, whatever went before", () => {
  const pieces = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.integer({ min: 0, max: 60_000 })));
  fc.assert(
    fc.property(pieces, fc.constantFrom("a", "b", "c"), (all, key) => {
      const { pace, work, wait } = paced();
      for (const [who, ms] of all) work(who, ms);
      wait(SETTINGS.longest * SETTINGS.cost);
      expect(pace.maySeveral(key)).toBe(true);
    }),
  );
});
