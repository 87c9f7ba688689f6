import { writeFileSync } from "node:fs";
import { formattedRules, RULES_FILE } from "./rules";

writeFileSync(RULES_FILE, await formattedRules());
