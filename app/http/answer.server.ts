import { data } from "@remix-run/react";
import type { SessionEdited } from "~/services/edit-session.server";
import type { Outcome, Refusal } from "~/domain/refusal";
import { WHOLE_FORM } from "~/forms/validate";
import type { FormValues } from "~/forms/read-form-data";
import { refused } from "~/forms/parse-form";
import { stale } from "~/forms/stale";
import { redirectWithNotice, type NoticeCode } from "./notice.server";

/**
 * Answers a refusal: what one may not see is not found, what one may not do is forbidden, and all else goes back to
 * the form with everything typed.
 * @throws Response 404 or 403
 */
export function answerRefusal(form: { values: FormValues }, refusal: Refusal) {
  if (refusal.code === "not_found") throw new Response(null, { status: 404 });
  if (refusal.code === "forbidden" || refusal.code === "barred") {
    throw Response.json({ detail: refusal.message }, { status: 403 });
  }
  const said = refused(form, { name: refusal.field ?? WHOLE_FORM, message: refusal.message });
  const { retryAfterSeconds } = refusal;
  if (retryAfterSeconds === undefined) return said;
  return data(said.data, { status: 429, headers: { "Retry-After": String(retryAfterSeconds) } });
}

/** A page that asks only whether to go ahead: shown again after somebody else saved, it asks about what is stored now. */
export function askedAnew(form: { values: FormValues }, version: number): { values: FormValues } {
  return { values: { ...form.values, version: String(version) } };
}

const effectNotices: Record<SessionEdited["effect"], NoticeCode> = {
  nothing: "saved",
  carried_forward: "saved_carried_forward",
  lapsed: "saved_lapsed",
  suspended: "saved_suspended",
  restored: "saved_restored",
};

/** Onwards after an edit: with what it did to the sign-off, or else with `code`. */
export function redirectAfterEdit(to: string, effect: SessionEdited["effect"], code: NoticeCode): Response {
  return redirectWithNotice(to, effect === "nothing" ? code : effectNotices[effect]);
}

type EditAnswer = {
  /** The next page. */
  to: string;
  /** What to say there where no sign-off is touched. */
  saved?: NoticeCode;
  /** The fields by name, in the order of the page, for comparing a stale edit with what is stored. */
  labels: Record<string, string>;
  /** How the values of a field read, where they are codes. */
  words?: Record<string, Record<string, string>>;
  /** What is stored now, as the form's own values. */
  reload: () => Promise<{ defaults: FormValues; version: number }>;
};

/**
 * After an edit: onwards with a word on what it did to the sign-off; to a page that shows both versions where someone
 * else saved first; or back with what was typed.
 */
export async function answerEdit(
  form: { values: FormValues },
  outcome: Outcome<{ effect: SessionEdited["effect"] }>,
  { to, saved = "saved", labels, words, reload }: EditAnswer,
) {
  if (outcome.ok) return redirectAfterEdit(to, outcome.value.effect, saved);
  if (outcome.refusal.code !== "stale_version") return answerRefusal(form, outcome.refusal);
  return answerStale(form, { to, labels, ...(words ? { words } : {}), reload });
}

type SharedAnswer = Pick<EditAnswer, "to" | "saved">;

/** After a change to what several sessions share: onwards, with a word where a sign-off lapsed, or back with what was typed. */
export function answerShared(
  form: { values: FormValues },
  outcome: Outcome<{ signOffsTouched: number }>,
  { to, saved = "saved" }: SharedAnswer,
) {
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(to, outcome.value.signOffsTouched > 0 ? "saved_sign_offs_lapsed" : saved);
}

/** As `answerShared`, for an edit of what is there: a stale one gets the page that shows both versions. */
export async function answerSharedEdit(
  form: { values: FormValues },
  outcome: Outcome<{ signOffsTouched: number }>,
  { to, saved, labels, words, reload }: EditAnswer,
) {
  if (outcome.ok || outcome.refusal.code !== "stale_version") {
    return answerShared(form, outcome, saved ? { to, saved } : { to });
  }
  return answerStale(form, { to, labels, ...(words ? { words } : {}), reload });
}

/** The page that shows what is stored beside what was typed. */
export async function answerStale(form: { values: FormValues }, { to, labels, words, reload }: EditAnswer) {
  const { defaults, version } = await reload();
  return stale(form, {
    stored: defaults,
    storedVersion: version,
    labels,
    words: words ?? {},
    back: to,
    changedBy: null,
    changedAt: null,
  });
}

/**
 * After something was added, so that nothing can have been overwritten: onwards, or back with what was typed. `done` is
 * what to say where no sign-off is touched.
 */
export function answerAddition(
  form: { values: FormValues },
  outcome: Outcome<{ effect: SessionEdited["effect"] }>,
  { to, done }: { to: string; done: NoticeCode },
) {
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  const { effect } = outcome.value;
  return redirectWithNotice(to, effect === "nothing" ? done : effectNotices[effect]);
}

/**
 * After something was confirmed that only adds, so that nothing stored is overwritten: onwards; or back to the page,
 * which shows how things stand now, with what was typed.
 */
export function answerConfirmed(
  form: { values: FormValues },
  outcome: Outcome<unknown>,
  { to, notice }: { to: string; notice: NoticeCode },
) {
  if (outcome.ok) return redirectWithNotice(to, notice);
  return answerRefusal(form, outcome.refusal);
}
