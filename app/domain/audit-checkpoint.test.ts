import { describe, expect, test } from "vitest";
import { INSTALLATION_CHAIN } from "./audit-chain";
import {
  checkpointFile,
  checkpointReason,
  checkpointText,
  readCheckpointText,
  type Checkpoint,
} from "./audit-checkpoint";
import type { AuditEvent } from "./audit-events";
import { installationEvent } from "./installation-events";

const chain = "0199a000-0000-7000-8000-000000000001";
const hash = `${"Ab+/9".repeat(8)}xyz=`;
const at = "2026-11-23T10:00:00.000001Z";
const text = `greenroom-audit/organisation/${chain}\n120\n${hash}\nat ${at}\n`;

describe("the text of a checkpoint", () => {
  test.each<[string, Checkpoint]>([
    ["an organisation", { chain, seq: 120, hash, at }],
    ["the installation", { chain: INSTALLATION_CHAIN, seq: 0, hash, at }],
  ])("is read as it was written, for %s", (_whose, checkpoint) => {
    expect(readCheckpointText(checkpointText(checkpoint))).toEqual(checkpoint);
  });

  test("names whose chain it is, and never the installation's by its place", () => {
    expect(checkpointText({ chain, seq: 120, hash, at })).toBe(text);
    const own = checkpointText({ chain: INSTALLATION_CHAIN, seq: 120, hash, at });
    expect(own.split("\n")[0]).toBe("greenroom-audit/installation");
  });

  test.each<[string, string]>([
    ["nothing", ""],
    ["something before it", ` ${text}`],
    ["something after it", `${text} `],
    ["a chain that is no id", text.replace(chain, "0199A000")],
    ["a chain by no id at all", text.replace(chain, "")],
    ["a number with a nought before it", text.replace("120", "0120")],
    ["a number that is none", text.replace("120", "x")],
    ["a number with a letter in it", text.replace("120", "1x0")],
    ["a number of too many digits", text.replace("120", "1".repeat(17))],
    ["a shorter hash", text.replace("Ab", "A")],
    ["a hash of other letters", text.replace("Ab", "A_")],
    ["no time", text.replace(at, "")],
    ["a time in two parts", text.replace(at, "10 am")],
  ])("is not read with %s", (_what, other) => expect(readCheckpointText(other)).toBeNull());
});

test.each<[string, object, boolean]>([
  ["a key and a checkpoint", {}, true],
  ["no key", { keys: [] }, false],
  ["100 keys", { keys: Array(100).fill("k") }, true],
  ["101 keys", { keys: Array(101).fill("k") }, false],
  ["a long key", { keys: ["k".repeat(200)] }, true],
  ["a key that is too long", { keys: ["k".repeat(201)] }, false],
  ["no checkpoint", { checkpoints: [] }, false],
  ["two checkpoints", { checkpoints: ["c", "c"] }, true],
  ["100,001 checkpoints", { checkpoints: Array(100_001).fill("c") }, false],
  ["a long checkpoint", { checkpoints: ["c".repeat(1000)] }, true],
  ["a checkpoint that is too long", { checkpoints: ["c".repeat(1001)] }, false],
  ["something else", { note: "x" }, false],
])("a file of checkpoints with %s is one: %o %s", (_what, changes, is) => {
  const file = { format: "greenroom.checkpoints/1", keys: ["k"], checkpoints: ["c"], ...changes };
  expect(checkpointFile.safeParse(file).success).toBe(is);
});

test("a checkpoint is due at a sign-off before an export, and after nothing else", () => {
  const due = (...types: string[]) => checkpointReason(types.map((type) => ({ type }) as AuditEvent));
  expect(due()).toBeNull();
  expect(due("session.changed", "consent.recorded")).toBeNull();
  expect(due("session.changed", "record.exported")).toBe("export");
  expect(due("record.exported", "session.signed_off")).toBe("sign_off");
});

test.each([
  ["organisation.created", "organisation", true],
  ["user.created", "user", true],
  ["user.password_changed", "user", true],
  ["user.created", "organisation", false],
  ["session.changed", "session", false],
])("the installation's own trail holds %s of %s: %s", (type, kind, is) => {
  expect(installationEvent.safeParse({ type, subject: `${kind}:${chain}` }).success).toBe(is);
});
