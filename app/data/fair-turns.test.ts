import { describe, expect, test } from "vitest";
import { NoTurn, openTurns } from "./fair-turns";

/** Work that lasts until it is told to end, and whether it has begun. */
function lasting() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const piece = { begun: false, end, work: () => ((piece.begun = true), ended) };
  return piece;
}

describe("turns", () => {
  test("of one organisation are a part of all, however much it asks for", async () => {
    const turns = openTurns({ atOnce: 4, forOne: 2, waitMs: 60_000 });
    const noisy = Array.from({ length: 20 }, lasting);
    const quiet = [lasting(), lasting()];
    const all = [
      ...noisy.map(({ work }) => turns.run("noisy", work)),
      ...quiet.map(({ work }) => turns.run("quiet", work)),
    ];
    await Promise.resolve();
    expect(noisy.filter(({ begun }) => begun)).toHaveLength(2);
    expect(quiet.every(({ begun }) => begun)).toBe(true);
    expect(turns.waiting()).toBe(18);
    for (const { end } of [...noisy, ...quiet]) end();
    await Promise.all(all);
    expect(noisy.every(({ begun }) => begun)).toBe(true);
    expect(turns.waiting()).toBe(0);
  });

  test("come in the order of arrival, past whoever holds all that is for one", async () => {
    const turns = openTurns({ atOnce: 2, forOne: 1, waitMs: 60_000 });
    const order: string[] = [];
    const first = lasting();
    const held = lasting();
    const running = [turns.run("a", first.work), turns.run(null, held.work)];
    for (const key of ["a", "b", "c"])
      running.push(turns.run(key, () => Promise.resolve(void order.push(key))));
    held.end();
    await running[3];
    await running[4];
    expect(order).toEqual(["b", "c"]);
    first.end();
    await Promise.all(running);
    expect(order).toEqual(["b", "c", "a"]);
  });

  test("that do not come in time are refused, and leave nothing behind", async () => {
    const turns = openTurns({ atOnce: 1, forOne: 1, waitMs: 20 });
    const held = lasting();
    const late = lasting();
    const running = turns.run("a", held.work);
    await expect(turns.run("b", late.work)).rejects.toThrow(NoTurn);
    expect([late.begun, turns.waiting()]).toEqual([false, 0]);
    held.end();
    await running;
    expect(await turns.run("b", () => Promise.resolve("served"))).toBe("served");
  });

  test("are given back by work that fails", async () => {
    const turns = openTurns({ atOnce: 1, forOne: 1, waitMs: 60_000 });
    await expect(turns.run("a", () => Promise.reject(new Error("a bug")))).rejects.toThrow("a bug");
    expect(await turns.run("a", () => Promise.resolve("served"))).toBe("served");
  });

  test("are one at a time for whoever a pace holds back, and behind others", async () => {
    const pace = { maySeveral: (key: string | null) => key !== "noisy", begun: () => {}, ended: () => {} };
    const turns = openTurns({ atOnce: 4, forOne: 2, waitMs: 60_000, pace });
    const [first, quiet, noisy, last] = [lasting(), lasting(), lasting(), lasting()];
    const all = [turns.run("noisy", first.work), turns.run("quiet", quiet.work)];
    all.push(turns.run("noisy", noisy.work), turns.run("noisy", last.work));
    const begun = () => [first, quiet, noisy, last].map((one) => one.begun);
    await Promise.resolve();
    expect(begun()).toEqual([true, true, false, false]);
    first.end();
    await all[0];
    expect(begun()).toEqual([true, true, false, false]);
    quiet.end();
    await all[1];
    expect(begun()).toEqual([true, true, true, false]);
    noisy.end();
    last.end();
    await Promise.all(all);
  });

  test("of whoever a pace holds back no longer begin beside their own, though nothing has ended", async () => {
    let others = true;
    const pace = { maySeveral: () => !others, begun: () => {}, ended: () => {} };
    const turns = openTurns({ atOnce: 4, forOne: 2, waitMs: 60_000, pace });
    const first = lasting();
    const running = turns.run("a", first.work);
    const second = turns.run("a", () => Promise.resolve("served"));
    others = false;
    expect(await second).toBe("served");
    first.end();
    await running;
  });

  test("of whoever a pace holds back begin beside others once they have waited for a while", async () => {
    const pace = { maySeveral: (key: string | null) => key !== "noisy", begun: () => {}, ended: () => {} };
    const turns = openTurns({ atOnce: 4, forOne: 2, waitMs: 60_000, pace });
    const [quiet, noisy] = [lasting(), lasting()];
    const all = [turns.run("quiet", quiet.work), turns.run("noisy", noisy.work)];
    await Promise.resolve();
    expect([quiet.begun, noisy.begun]).toEqual([true, false]);
    await expect.poll(() => noisy.begun).toBe(true);
    expect(turns.waiting()).toBe(0);
    quiet.end();
    noisy.end();
    await Promise.all(all);
  });
});
