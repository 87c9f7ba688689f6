import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Typefaces in the order in which a letter is looked for: our own first, then one for each script that names come in. */
const typefaces: readonly { family: string; files: readonly string[] }[] = [
  {
    family: "Atkinson Hyperlegible Next",
    files: [
      "atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf",
      "atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf",
    ],
  },
  { family: "Noto Sans", files: ["noto-sans/400Regular/NotoSans_400Regular.ttf"] },
  { family: "Noto Sans Arabic", files: ["noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf"] },
  { family: "Noto Sans Hebrew", files: ["noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf"] },
  { family: "Noto Sans Bengali", files: ["noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf"] },
  {
    family: "Noto Sans Devanagari",
    files: ["noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf"],
  },
  { family: "Noto Sans Gurmukhi", files: ["noto-sans-gurmukhi/400Regular/NotoSansGurmukhi_400Regular.ttf"] },
  { family: "Noto Sans Tamil", files: ["noto-sans-tamil/400Regular/NotoSansTamil_400Regular.ttf"] },
  { family: "Noto Sans Thai", files: ["noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf"] },
  { family: "Noto Sans Ethiopic", files: ["noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf"] },
  {
    family: "Chocolate Classical Sans",
    files: ["chocolate-classical-sans/400Regular/ChocolateClassicalSans_400Regular.ttf"],
  },
  { family: "Noto Emoji", files: ["noto-emoji/400Regular/NotoEmoji_400Regular.ttf"] },
];

export const families: readonly string[] = typefaces.map(({ family }) => family);

/** The bytes of every typeface file, out of the packages that hold them. */
export function readFonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url);
  return typefaces.flatMap(({ files }) =>
    files.map((file) => readFileSync(resolve(`@expo-google-fonts/${file}`))),
  );
}
