import { format, resolveConfig } from "prettier";
import { fileURLToPath } from "node:url";
import { rulesDocument } from "~/domain/readiness/rules-document";

export const RULES_FILE = fileURLToPath(new URL("../../docs/rules.md", import.meta.url));

/** `docs/rules.md` as the repository keeps it: generated, then formatted like everything else. */
export async function formattedRules(): Promise<string> {
  const settings = await resolveConfig(RULES_FILE);
  return format(rulesDocument(), { ...settings, filepath: RULES_FILE });
}
