import { fileURLToPath, pathToFileURL } from "node:url";
import { compile } from "sass";

const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));
const entry = fileURLToPath(new URL("../../app/styles/main.scss", import.meta.url));

/** The application's stylesheet for pages that are opened from files: fonts are addressed where they lie. */
export function stylesheet(): string {
  const { css } = compile(entry, { loadPaths: [modules], quietDeps: true });
  return css.replaceAll(
    'url("@fontsource-variable/',
    `url("${pathToFileURL(modules).href}/@fontsource-variable/`,
  );
}
