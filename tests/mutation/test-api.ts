import { format } from "node:util";
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from "@vitest/expect";

/** What the tests import as "vitest" while mutants are held against them: it lists them and runs none. */
export type ListedTest = { file: string; name: string; run: () => unknown };

type Body = (...row: never[]) => unknown;

for (const part of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(part);
export const expect = chai.expect;

let listed: ListedTest[] = [];
let file = "";
let suites: string[] = [];

/** Adds the tests of each file that is held, by loading it. */
export function listTests(
  files: Record<string, () => unknown>,
  tests: ListedTest[],
  isHeld: (file: string) => boolean,
): void {
  listed = tests;
  for (const [name, load] of Object.entries(files).filter(([name]) => isHeld(name))) {
    file = name;
    load();
  }
}

function list(name: string, run: () => unknown): void {
  listed.push({ file, name: [...suites, name].join(" "), run });
}

function suite(name: string, body: () => unknown): void {
  const outer = suites;
  suites = [...outer, name];
  body();
  suites = outer;
}

function title(template: string, cells: unknown[], number: number): string {
  const [first] = cells;
  const named = template.replace(/\$(\w+)/g, (whole, key: string) =>
    typeof first === "object" && first !== null && key in first ? String(Reflect.get(first, key)) : whole,
  );
  const placeholders = (named.match(/%[sdifjoO]/g) ?? []).length;
  return `${format(named, ...cells.slice(0, placeholders))} (row ${number})`;
}

/** One test or suite for each row of a table, as vitest's `each`. */
function each(declare: (name: string, run: () => unknown) => void) {
  return (rows: readonly unknown[]) => (template: string, body: Body) => {
    for (const [index, row] of rows.entries()) {
      const cells = Array.isArray(row) ? row : [row];
      declare(title(template, cells, index + 1), () => body(...(cells as never[])));
    }
  };
}

export const describe = Object.assign(suite, { each: each(suite) });
export const test = Object.assign(list, { each: each(list) });
