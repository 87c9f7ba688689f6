import { expect, test } from "vitest";
import { aRecord } from "../../../tests/factories/record";
import { withSession } from "../../../tests/factories/traits";
import { sessionLine } from "./session-line";

test("a session elsewhere says by whose clocks its times are", () => {
  const times = { startsAt: "2031-06-12T09:00:00Z", endsAt: "2031-06-12T15:00:00Z" };
  const line = (zone: string) => sessionLine(aRecord({}, withSession({ ...times, zone })));
  expect(line("Asia/Tokyo")).toContain("Thursday 12 June 2031, 6pm to midnight the next day (Tokyo time)");
  expect(line("Europe/London")).toContain("10am to 4pm\u00a0·");
});
