import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { accept, refuse } from "~/domain/refusal";
import { play, stepsUntil, type Step } from "./play";
import { World } from "./world";

const noon = Temporal.Instant.from("2026-11-23T12:00:00Z");

function step(at: string, what: string, run: Step["run"] = async () => accept(null)): Step {
  return { at, what, run };
}

test("steps come in the order of time, those of one moment as given, and stop at the present", () => {
  const steps = [
    step("2026-11-23T12:00:00.001Z", "after the present"),
    step("2026-11-23T11:00:00Z", "third"),
    step("2026-11-23T11:00:00Z", "fourth"),
    step("2026-11-23T12:00:00Z", "at the present"),
    step("2026-11-23T09:30:00.5Z", "second"),
    step("2026-11-23T09:30:00Z", "first"),
  ];
  expect(stepsUntil(steps, noon).map(({ what }) => what)).toEqual([
    "first",
    "second",
    "third",
    "fourth",
    "at the present",
  ]);
});

test("each step runs at its own time, and progress is told", async () => {
  const times: string[] = [];
  const progress: string[] = [];
  const noted: Step["run"] = async (_world, clock) => accept(times.push(clock().toString()));
  const steps = [step("2026-11-23T11:00:00Z", "b", noted), step("2026-11-23T10:00:00Z", "a", noted)];
  const onStep = (done: number, of: number) => progress.push(`${done}/${of}`);
  expect(await play(new World(), steps, { until: noon, onStep })).toBe(true);
  expect(times).toEqual(["2026-11-23T10:00:00Z", "2026-11-23T11:00:00Z"]);
  expect(progress).toEqual(["1/2", "2/2"]);
});

test("what a service refuses ends the playing, by time, step and reason", async () => {
  const refused = step("2026-11-23T11:00:00Z", "Quiz hour: marked ready", async () =>
    refuse("not_ready", "Something still has to be put right."),
  );
  await expect(play(new World(), [refused], { until: noon })).rejects.toThrow(
    "2026-11-23T11:00:00Z Quiz hour: marked ready: not_ready, Something still has to be put right.",
  );
});

test("playing stops between two steps when it is asked to", async () => {
  let done = 0;
  const counted: Step["run"] = async () => accept((done += 1));
  const steps = ["10", "11", "12"].map((hour) => step(`2026-11-23T${hour}:00:00Z`, hour, counted));
  expect(await play(new World(), steps, { until: noon, isStopped: () => done === 2 })).toBe(false);
  expect(done).toBe(2);
});
