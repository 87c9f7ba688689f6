import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { redactRecord } from "~/domain/record/redact";
import { sessionRecordSchemaText } from "~/domain/record/json-schema";
import { scenarios } from "../../tests/scenarios/all";

const command = new URL("greenroom.js", import.meta.url).pathname;
const scenario = (name: string) => new URL(`../../tests/scenarios/${name}.json`, import.meta.url).pathname;
const NOW = ["--at", "2026-11-23T10:00:00Z"];

function greenroom(words: string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

function json(words: string[], input = "") {
  const ran = greenroom([...words, "--json"], input);
  return {
    ...ran,
    answer: JSON.parse(ran.stdout) as Record<string, never> & { requirements: Requirement[] },
  };
}

type Requirement = { id: string; status: string; findings: Record<string, string>[] };

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "greenroom-check-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("greenroom check", { timeout: 30_000 }, () => {
  test("exits 1 and says for a person what is missing, in 80 columns", () => {
    const { status, stdout } = greenroom(["check", scenario("s01"), ...NOW]);
    expect(status).toBe(1);
    expect(stdout).toContain("NOT READY");
    expect(stdout).toContain("R08 NOT MET");
    expect(stdout).toContain("Milo is too young for this platform");
    expect(Math.max(...stdout.split("\n").map((line) => [...line].length))).toBeLessThanOrEqual(80);
  });

  test("prints one object with the names that others rely on", () => {
    const { status, answer } = json(["check", scenario("s07"), ...NOW]);
    expect(status).toBe(0);
    expect(answer).toMatchObject({
      ready: true,
      at: "2026-11-23T10:00:00Z",
      rules: "2026-11",
      redacted: false,
      blockers: [],
      needsAcceptance: ["R28"],
      breaksOn: "2026-12-15T18:30:00Z",
    });
    expect(answer).toHaveProperty("goodThrough");
    const r28 = answer.requirements.find(({ id }) => id === "R28");
    expect(r28).toMatchObject({ status: "not_met", strength: "consider" });
    expect(Object.keys(r28?.findings[0] ?? {})).toEqual(
      "code severity subject source strength message fix".split(" "),
    );
    const ids = answer.requirements.map(({ id }) => id);
    expect(ids.slice(0, 34)).toEqual(
      Array.from({ length: 34 }, (_, i) => `R${String(i + 1).padStart(2, "0")}`),
    );
    expect(ids.slice(34).every((id) => /^B\d\d$/.test(id))).toBe(true);
  });

  test("reads standard input, and a redacted record gives the same statuses", () => {
    const full = json(["check", scenario("s03"), ...NOW]).answer;
    const redacted = json(["check", "-", ...NOW], JSON.stringify(redactRecord(scenarios["s03"]!)));
    expect(redacted.status).toBe(1);
    expect(redacted.answer).toMatchObject({ redacted: true });
    expect(redacted.answer.requirements.map(({ id, status }) => [id, status])).toEqual(
      full.requirements.map(({ id, status }) => [id, status]),
    );
  });

  test("judges the facts as signed, at the moment of signing", () => {
    expect(json(["check", scenario("s08"), ...NOW]).status).toBe(1);
    const signed = json(["check", scenario("s08"), "--sign-off", "latest"]);
    expect(signed.status).toBe(0);
    expect(signed.answer).toMatchObject({ ready: true, at: "2026-11-22T10:00:00Z" });
    expect(json(["check", scenario("s08"), "--sign-off", "sign-off-1"]).answer).toEqual(signed.answer);
  });

  test("names a start that has passed outside any requirement", () => {
    const { status, answer } = json(["check", scenario("s12"), ...NOW]);
    expect(status).toBe(1);
    expect(answer).toMatchObject({ blockers: [{ code: "start_passed" }], breaksOn: null });
  });

  test("exits 2 and says where a record cannot be read", () => {
    const broken = structuredClone(scenarios["s01"]!);
    broken.session.assignments[0]!.adultId = "nobody";
    const unknown = { ...scenarios["s01"], ready: true };
    const cases: [string[], string, string][] = [
      [["check", "-"], "{", "standard input is not JSON"],
      [["check", "-"], JSON.stringify(unknown), "ready is not a field of a session record"],
      [["check", "-"], JSON.stringify(broken), "session.assignments[0].adultId should be an adult"],
      [
        ["check", "-"],
        JSON.stringify({ ...scenarios["s01"], rules: "2020-01" }),
        'rules is the rule set "2020-01"; this Greenroom knows 2026-11',
      ],
      [["check", join(folder, "none.json")], "", "does not exist"],
      [["check", folder], "", "is a folder"],
      [["check", scenario("s01"), "--at", "Monday"], "", "--at should be an instant"],
      [["check", scenario("s01"), "--sign-off", "latest"], "", "has not been signed off"],
      [["check", scenario("s08"), "--sign-off", "other"], "", "there is no sign-off other"],
    ];
    for (const [words, input, says] of cases) {
      const { status, stdout, stderr } = greenroom(words, input);
      expect([words, status, stdout]).toEqual([words, 2, ""]);
      expect(stderr).toContain(says);
    }
  });

  test("exits 2 for what is not UTF-8", () => {
    const file = join(folder, "latin.json");
    writeFileSync(file, Buffer.from([0x22, 0xe9, 0x22]));
    expect(greenroom(["check", file])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("UTF-8") as string,
    });
  });
});

test.each([
  [["schema"], 0],
  [["check", scenario("s01"), ...NOW], 1],
])("%j stops quietly where nobody reads on", { timeout: 30_000 }, async (words, code) => {
  const child = spawn(process.execPath, [command, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  const said: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => said.push(text));
  expect(await once(child, "close")).toEqual([code, null]);
  expect(said).toEqual([]);
});

test("greenroom schema prints the JSON Schema", { timeout: 30_000 }, () => {
  expect(greenroom(["schema"])).toEqual({ status: 0, stdout: sessionRecordSchemaText(), stderr: "" });
});
