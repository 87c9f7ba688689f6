import { dictionary } from "@zxcvbn-ts/language-common";
import { accept, refuse, type Outcome } from "~/domain/refusal";

/** The 49,000 passwords met most often in leaks, as published with zxcvbn-ts. */
const common = new Set(dictionary["passwords-common"]);

const RUNS = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
const SHORTEST_OWN_WORD = 4;
/** Letters and digits that have to be left once the words that everybody knows of a person are taken out. */
const LEAST_OF_ONE_OWN = 8;

/**
 * Whether a new password is one that is tried first: a common one, with digits or signs around it or not; a repetition
 * or a run of keys; or little more than the words that are known of the person and the organisation. No kinds of
 * characters are asked for. Refuses `common_password` and `own_words`.
 */
export function choosePassword(
  password: string,
  ownWords: readonly string[],
  field = "password",
): Outcome<null> {
  const plain = password.normalize("NFKC").toLowerCase();
  if (isCommon(plain)) {
    return refuse(
      "common_password",
      "This password is among the first that are tried. Choose another, for example three random words",
      field,
    );
  }
  if (isMadeOf(plain, ["greenroom", ...ownWords])) {
    return refuse(
      "own_words",
      "Choose a password that is not made of your own name, your address or the name of your organisation",
      field,
    );
  }
  return accept(null);
}

function isCommon(plain: string): boolean {
  const letters = plain.replaceAll(/[^\p{L}\p{N}]/gu, "");
  const core = plain.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const unit = /^(.+?)\1+$/u.exec(letters)?.[1] ?? null;
  return (
    [plain, letters, core].some((each) => common.has(each)) || unit !== null || isRun(letters) || core === ""
  );
}

/** Nothing but keys in their order, there and back. */
function isRun(letters: string): boolean {
  let rest = letters;
  const pieces = RUNS.flatMap((run) => [run, [...run].reverse().join("")]);
  while (rest.length > 0) {
    const longest = Math.max(...pieces.map((piece) => sharedStart(rest, piece)));
    if (longest < 3) return rest.length < 3;
    rest = rest.slice(longest);
  }
  return true;
}

/** How many characters at the start of a text stand in the same order somewhere in a piece. */
function sharedStart(text: string, piece: string): number {
  let length = 0;
  while (length < text.length && piece.includes(text.slice(0, length + 1))) length += 1;
  return length;
}

function isMadeOf(plain: string, ownWords: readonly string[]): boolean {
  const words = ownWords
    .flatMap((text) =>
      text
        .normalize("NFKC")
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter((word) => word.length >= SHORTEST_OWN_WORD)
    .sort((one, other) => other.length - one.length);
  const left = words.reduce((rest, word) => rest.replaceAll(word, ""), plain);
  return left !== plain && left.replaceAll(/[^\p{L}\p{N}]/gu, "").length < LEAST_OF_ONE_OWN;
}
