import { writeFileSync } from "node:fs";
import { scenarios } from "./all";
import { written } from "./written";

for (const [name, record] of Object.entries(scenarios)) {
  writeFileSync(new URL(`${name}.json`, import.meta.url), written(record));
}
console.log(`${Object.keys(scenarios).length} records written`);
