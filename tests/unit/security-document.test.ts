import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const document = readFileSync(new URL("../../docs/security.md", import.meta.url), "utf8");
const inRepository = (file: string) => new URL(`../../${file}`, import.meta.url);

/** A file in code, and the names of its tests in “quotes” after it. */
const PROOF = /`((?:tests|app)\/[\w./-]+\.tsx?)`(?:: (“[^”]+”(?:, “[^”]+”)*))?/g;

function proofs(text = document) {
  return [...text.matchAll(PROOF)].map(([, file = "", quoted = ""]) => ({
    file,
    names: [...quoted.matchAll(/“([^”]+)”/g)].map(([, name = ""]) => name),
  }));
}

test("docs/security.md names files that are there, and tests that are in them", () => {
  const missing = proofs().flatMap(({ file, names }) => {
    if (!existsSync(inRepository(file))) return [file];
    const source = readFileSync(inRepository(file), "utf8");
    return names.filter((name) => !source.includes(name)).map((name) => `${file}: ${name}`);
  });
  expect(missing).toEqual([]);
});

test("docs/security.md names, of each of its controls, a test that carries the control's number", () => {
  const controls = [...document.matchAll(/^\| (\d+) .*\| (?:held|in part) +\|$/gm)];
  expect(controls.map(([, number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  const bare = controls.flatMap(([, number = ""]) => {
    const section = document.split(`\n### ${number}. `)[1]?.split("\n##")[0] ?? "";
    const names = proofs(section).flatMap((proof) => proof.names);
    return names.some((name) => new RegExp(`\\bcontrol ${number}\\b`).test(name)) ? [] : [number];
  });
  expect(bare).toEqual([]);
});

test("docs/dpia-template.md names every table, so that a new one is thought about", () => {
  const template = readFileSync(inRepository("docs/dpia-template.md"), "utf8");
  const schema = readFileSync(inRepository("prisma/schema.prisma"), "utf8");
  const tables = [...schema.matchAll(/@@map\("(\w+)"\)/g)].map(([, table = ""]) => table);
  expect(tables.length).toBeGreaterThan(40);
  expect(tables.filter((table) => !template.includes(`\`${table}\``))).toEqual([]);
});
