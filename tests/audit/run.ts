import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { isSecretFile, secretsIn } from "./secrets";

/*
 * `npm run audit`: known holes in what Greenroom is built of, the registry's signatures, and keys in the files and their
 * history. Prints a result with its date. What could not be asked is said so and is no pass.
 */

type Verdict = "passed" | "FAILED" | "NOT ANSWERED";
type Finding = { verdict: Verdict; lines: string[] };

const ASK_FOR_MS = 120_000;
/** The tests of the scan spell out what it must find. */
const OWN_TEST = "tests/audit/secrets.test.ts";

const sections: [string, () => Finding | Promise<Finding>][] = [
  ["Known holes (npm audit, high and critical)", knownHoles],
  ["Signatures of packages (npm audit signatures)", signatures],
  ["Secrets in the files", secretsInFiles],
  ["Secrets in the history", secretsInHistory],
];

console.log(
  `Audit of ${new Date().toISOString().slice(0, 10)}, at ${git("rev-parse", "--short", "HEAD").trim()}\n`,
);
const verdicts: Verdict[] = [];
for (const [title, look] of sections) {
  const { verdict, lines } = await look();
  verdicts.push(verdict);
  console.log([`${title}: ${verdict}`, ...lines.map((line) => `  ${line}`)].join("\n"));
}
const count = (verdict: Verdict) => verdicts.filter((each) => each === verdict).length;
console.log(`\n${count("passed")} passed, ${count("FAILED")} failed, ${count("NOT ANSWERED")} not answered`);
if (count("NOT ANSWERED") > 0)
  console.log("What was not answered is not known: run this where the npm registry can be asked.");
process.exitCode = count("FAILED") > 0 ? 1 : count("NOT ANSWERED") > 0 ? 2 : 0;

type Report = {
  metadata?: { vulnerabilities?: Record<string, number> };
  vulnerabilities?: Record<string, { severity: string }>;
};

function knownHoles(): Finding {
  const { stdout } = npm("audit", "--audit-level=high", "--json");
  const report = readJson<Report>(stdout);
  const counts = report?.metadata?.vulnerabilities;
  if (!report || !counts)
    return { verdict: "NOT ANSWERED", lines: ["The registry did not answer the audit."] };
  const grave = Object.entries(report.vulnerabilities ?? {})
    .filter(([, { severity }]) => severity === "high" || severity === "critical")
    .map(([name, { severity }]) => `${name}: ${severity}`);
  const told = Object.entries(counts)
    .map(([severity, n]) => `${severity} ${n}`)
    .join(", ");
  return { verdict: grave.length > 0 ? "FAILED" : "passed", lines: [told, ...grave] };
}

type Signatures = { invalid?: { name: string }[]; missing?: { name: string }[] };

function signatures(): Finding {
  const { stdout, status } = npm("audit", "signatures", "--json");
  const report = readJson<Signatures>(stdout);
  if (!report?.invalid || !report.missing)
    return { verdict: "NOT ANSWERED", lines: ["The registry gave no keys or signatures."] };
  const wrong = [
    ...report.invalid.map(({ name }) => `${name}: invalid signature`),
    ...report.missing.map(({ name }) => `${name}: no signature`),
  ];
  return { verdict: wrong.length > 0 || status !== 0 ? "FAILED" : "passed", lines: wrong };
}

function secretsInFiles(): Finding {
  const files = git("ls-files", "-z").split("\0").filter(Boolean);
  const wrong = files.filter(isSecretFile).map((file) => `${file}: a file of secrets by its name`);
  const hits = git("grep", "-nIE", "--untracked", "-e", ".", "--", ".", `:!${OWN_TEST}`).split("\n");
  for (const hit of hits) {
    const [, place = "", line = ""] = /^([^:]+:\d+):(.*)$/.exec(hit) ?? [];
    wrong.push(...secretsIn(line).map((kind) => `${place}: ${kind}`));
  }
  return { verdict: wrong.length > 0 ? "FAILED" : "passed", lines: [`${files.length} files`, ...wrong] };
}

async function secretsInHistory(): Promise<Finding> {
  const log = spawn(
    "git",
    ["log", "--all", "-p", "-U0", "--no-color", "--no-ext-diff", "--format=commit %h"],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const wrong = new Set<string>();
  let commit = "";
  let file = "";
  let commits = 0;
  for await (const line of createInterface({ input: log.stdout })) {
    if (/^commit [0-9a-f]+$/.test(line)) {
      commit = line.slice(7);
      commits += 1;
    } else if (line.startsWith("+++ ")) {
      file = line.replace(/^\+\+\+ (?:b\/)?/, "");
      if (isSecretFile(file)) wrong.add(`${file} in ${commit}: a file of secrets by its name`);
    } else if (line.startsWith("+") && file !== OWN_TEST)
      for (const kind of secretsIn(line.slice(1))) wrong.add(`${file} in ${commit}: ${kind}`);
  }
  const isShallow = git("rev-parse", "--is-shallow-repository").trim() === "true";
  const told = `${commits} commits${isShallow ? ", and no more of the history is here" : ""}`;
  return { verdict: wrong.size > 0 ? "FAILED" : "passed", lines: [told, ...wrong] };
}

function npm(...words: string[]) {
  return spawnSync("npm", words, {
    encoding: "utf8",
    timeout: ASK_FOR_MS,
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
}

function git(...words: string[]): string {
  return spawnSync("git", words, { encoding: "utf8", maxBuffer: 512 * 1024 * 1024 }).stdout;
}

function readJson<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
