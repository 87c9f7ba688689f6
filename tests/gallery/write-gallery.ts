import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { galleryPages } from "./pages";
import { documentOf, renderPage } from "./render-page";
import { stylesheet } from "./stylesheet";

/** Writes every page of the gallery as a file that a browser opens without a server. */
export async function writeGallery(folder: string): Promise<{ name: string; file: string }[]> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "main.css"), stylesheet());
  return Promise.all(
    galleryPages.map(async (page) => {
      const file = join(folder, `${page.name}.html`);
      writeFileSync(file, documentOf(page.name, await renderPage(page), "main.css"));
      return { name: page.name, file };
    }),
  );
}
