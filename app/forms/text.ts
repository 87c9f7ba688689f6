import { z } from "zod";

type TextOptions = {
  /** How an error message begins: "Session title". */
  label: string;
  /** The message when nothing was given: "Enter a title". */
  enter: string;
  /** Most characters (Unicode code points) after trimming. */
  max: number;
};
type Optional = Omit<TextOptions, "enter">;

const WRONG_EMAIL = "Enter an email address in the correct format, like name@example.com";
const ENDLESS = 200_000;
const CONTROLS = /[^\P{Cc}\r\n\t]/u;
/** Half of a surrogate pair: it would be stored as another character than the one that was signed. */
const LONE_SURROGATE = /\p{Cs}/u;
const BIDI_OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/;

/** Text of one line. White space inside becomes single spaces. */
export function line(options: TextOptions) {
  return required(options, oneLine);
}

/** Text of one line, or null when blank. */
export function optionalLine(options: Optional) {
  return optional(options, oneLine);
}

/** Text that may have several lines. */
export function paragraphs(options: TextOptions) {
  return required(options, severalLines);
}

/** Text that may have several lines, or null when blank. */
export function optionalParagraphs(options: Optional) {
  return optional(options, severalLines);
}

/** A person's or organisation's name: any script, but nothing that turns the direction of the text around it. */
export function personName(options: TextOptions) {
  return required(options, oneLine).refine((text) => !BIDI_OVERRIDES.test(text), cannotHold(options.label));
}

/** A name, or null when blank. */
export function optionalName(options: Optional) {
  return optional(options, oneLine).refine(
    (text) => text === null || !BIDI_OVERRIDES.test(text),
    cannotHold(options.label),
  );
}

/** An e-mail address, as typed apart from white space around it. */
export function email({ enter }: { enter: string }) {
  return line({ label: "Email address", enter, max: 254 }).pipe(z.email({ error: WRONG_EMAIL }));
}

/** An e-mail address, or null when blank. */
export function optionalEmail() {
  return optionalLine({ label: "Email address", max: 254 }).pipe(z.email({ error: WRONG_EMAIL }).nullable());
}

/** A password, exactly as typed: neither trimmed nor normalised, at most 128 characters. */
export function password({ enter, min = 1 }: { enter: string; min?: number }) {
  return z
    .string({ error: enter })
    .min(1, { error: enter, abort: true })
    .min(min, { error: `Password must be ${min} characters or more`, abort: true })
    .max(128, { error: "Password must be 128 characters or less", abort: true })
    .refine((text) => !LONE_SURROGATE.test(text) && !text.includes("\0"), cannotHold("Password"));
}

function required({ label, enter, max }: TextOptions, tidy: (text: string) => string) {
  return wellFormed(label, enter)
    .transform(tidy)
    .pipe(z.string().min(1, { error: enter, abort: true }).refine(within(max), tooLong(label, max)));
}

function optional({ label, max }: Optional, tidy: (text: string) => string) {
  return wellFormed(label, `${label} must be text`)
    .default("")
    .transform(tidy)
    .pipe(z.string().refine(within(max), tooLong(label, max)))
    .transform((text) => text || null);
}

function wellFormed(label: string, enter: string) {
  return z
    .string({ error: enter })
    .max(ENDLESS, { error: `${label} is too long`, abort: true })
    .refine((text) => !LONE_SURROGATE.test(text) && !CONTROLS.test(text), cannotHold(label));
}

/** Browsers send a line's end as CR LF; scripts see LF alone. Both must count and be kept as one character. */
function severalLines(text: string): string {
  return text.replace(/\r\n?/g, "\n").normalize("NFC").trim();
}

function oneLine(text: string): string {
  return severalLines(text).replace(/\s+/g, " ");
}

function within(max: number) {
  return (text: string) => text.length <= max || [...text].length <= max;
}

function tooLong(label: string, max: number) {
  return { error: `${label} must be ${max} characters or less` };
}

function cannotHold(label: string) {
  return { error: `${label} has a character that cannot be used` };
}
