import { expect, test } from "vitest";
import { exportFormat } from "./fields";

test.each([
  ["json", true],
  ["pdf", true],
  ["requirements_csv", true],
  ["participants_csv", true],
  ["csv", false],
])("a record can leave as %s: %s", (format, can) => {
  expect(exportFormat.safeParse(format).success).toBe(can);
});
