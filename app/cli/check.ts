import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { evaluate } from "~/domain/readiness/evaluate";
import { readSessionRecord } from "~/domain/record/read";
import type { Facts, SessionRecord, SignOff } from "~/domain/record/schema";
import { latestSignOff } from "~/domain/sign-off/standing";
import { readinessAsJson } from "./readiness-json";
import { readinessAsText } from "./readiness-text";
import type { AddCommand } from "./command-line";

const READY = 0;
const NOT_READY = 1;
const UNREADABLE = 2;

type Options = { at?: string; signOff?: string; json?: boolean };

/** What keeps the command from answering, one line each. */
class Unreadable extends Error {
  constructor(readonly lines: string[]) {
    super(lines.join("\n"));
  }
}

/** `greenroom check FILE`: whether a session record is ready, by the rules alone; touches no database. */
export const addCheck: AddCommand = (program, exit) => {
  program
    .command("check <file>")
    .description("Says of a session record (JSON; - for standard input) what is met and what is missing.")
    .option("--at <instant>", "judge as of this instant, as in 2026-12-10T17:00:00Z (default: now)")
    .option("--sign-off <id>", "judge the facts as signed, at the moment of signing (an id, or latest)")
    .option("--json", "print one JSON object")
    .addHelpText("after", "\nExits 0 when ready, 1 when not ready, 2 when the record cannot be read.")
    .action((file: string, options: Options) => {
      try {
        const record = readRecord(file);
        const { facts, at } = asked(record, options);
        const readiness = evaluate(facts, at);
        console.log(
          options.json
            ? JSON.stringify(readinessAsJson(readiness), null, 2)
            : readinessAsText(facts, readiness),
        );
        exit(readiness.ready ? READY : NOT_READY);
      } catch (problem) {
        if (!(problem instanceof Unreadable)) throw problem;
        for (const line of problem.lines) console.error(`greenroom check: ${line}`);
        exit(UNREADABLE);
      }
    });
};

function readRecord(file: string): SessionRecord {
  const read = readSessionRecord(parse(readText(file), file));
  if (read.ok) return read.record;
  throw new Unreadable(read.problems.map(({ path, message }) => `${path} ${message}`));
}

function readText(file: string): string {
  try {
    const bytes = readFileSync(file === "-" ? 0 : file);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (problem) {
    const why = problem instanceof TypeError ? "is not UTF-8 text" : reasonFor(problem);
    throw new Unreadable([`${nameOf(file)} ${why}`]);
  }
}

function reasonFor(problem: unknown): string {
  const code = problem instanceof Error && "code" in problem ? problem.code : null;
  if (code === "ENOENT") return "does not exist";
  if (code === "EISDIR") return "is a folder";
  return `cannot be opened (${String(code ?? problem)})`;
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (problem) {
    throw new Unreadable([`${nameOf(file)} is not JSON: ${problem instanceof Error ? problem.message : ""}`]);
  }
}

function nameOf(file: string): string {
  return file === "-" ? "standard input" : file;
}

function asked(record: SessionRecord, { at, signOff }: Options): { facts: Facts; at: Temporal.Instant } {
  if (signOff !== undefined && at !== undefined)
    throw new Unreadable([
      "--at and --sign-off cannot be used together: a sign-off is judged when it was made",
    ]);
  if (signOff !== undefined) {
    const found = findSignOff(record, signOff);
    return { facts: found.facts, at: Temporal.Instant.from(found.at) };
  }
  return { facts: record, at: at === undefined ? Temporal.Now.instant() : instantOf(at) };
}

function instantOf(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new Unreadable([`--at should be an instant, as in 2026-12-10T17:00:00Z, and is "${text}"`]);
  }
}

function findSignOff(record: SessionRecord, id: string): SignOff {
  const found =
    id === "latest" ? latestSignOff(record.signOffs) : record.signOffs.find((signOff) => signOff.id === id);
  if (found) return found;
  const there = record.signOffs.map((signOff) => signOff.id).join(", ");
  throw new Unreadable([
    there === ""
      ? "this session has not been signed off"
      : `there is no sign-off ${id} in this record; there is ${there}`,
  ]);
}
