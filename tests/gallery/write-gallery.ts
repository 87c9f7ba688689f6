import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { galleryPages } from "./pages";
import { documentOf, renderPage } from "./render-page";
import { stylesheet } from "./stylesheet";

/** Writes every page of the gallery as a file that a browser opens without a server: `tsx write-gallery.ts FOLDER`. */
async function writeGallery(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const css = stylesheet();
  for (const page of galleryPages) {
    const html = documentOf(page.name, await renderPage(page), css);
    writeFileSync(join(folder, `${page.name}.html`), html);
  }
}

const [, , folder] = process.argv;
if (!folder) throw new Error("Name the folder to write to");
await writeGallery(folder);
