import { expect, test } from "vitest";
import { withOrganisation } from "~/data/database.server";
import { newId } from "~/data/new-id.server";
import { probeIsolation } from "../support/isolation-probes";

probeIsolation("applicationUrl");

test("refuses ids that are not ids", async () => {
  const work = () => Promise.resolve(1);
  await expect(withOrganisation({ organisationId: "x' OR true", actorId: null }, work)).rejects.toThrow(
    "UUID",
  );
  await expect(withOrganisation({ organisationId: newId(), actorId: "x" }, work)).rejects.toThrow("UUID");
});
