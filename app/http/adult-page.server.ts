import { Temporal } from "temporal-polyfill";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { findAdult, type AdultPage } from "~/data/adults.server";
import type { SignedIn } from "~/data/members.server";
import { may } from "~/domain/permissions";
import type { Outcome } from "~/domain/refusal";
import type { FormValues } from "~/forms/read-form-data";
import type { AdultEdited } from "~/services/edit-adult.server";
import { answerRefusal, askedAnew } from "./answer.server";
import { redirectWithNotice, type NoticeCode } from "./notice.server";
import { requireSignedIn } from "./signed-in.server";

/**
 * The adult that a page's address names. `toEdit` asks for the right to change the record, or (`"own"`) lets the adult
 * in question in as well.
 * @throws Response 302 to sign in, 403, 404
 */
export async function requireAdult(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  toEdit: boolean | "own" = false,
): Promise<SignedIn & AdultPage & { adultId: string; mayEdit: boolean; isThemselves: boolean }> {
  const signedIn = await requireSignedIn(args, "adult.view");
  const adultId = args.params["adultId"] ?? "";
  const found = await findAdult(signedIn.actor, adultId, Temporal.Now.instant().toString());
  if (!found) throw new Response(null, { status: 404 });
  const mayEdit = may(signedIn.actor, "adult.edit");
  const isThemselves = found.memberId === signedIn.actor.userId;
  const allowed = !toEdit || mayEdit || (toEdit === "own" && isThemselves);
  if (!allowed) throw new Response(null, { status: 403 });
  return { ...signedIn, ...found, adultId, mayEdit, isThemselves };
}

type Answer = {
  to: string;
  notice: NoticeCode;
  /** The version that is stored now. */
  version: number;
};

/** Onwards after a change to an adult's record, saying where a sign-off lapsed by it; or back with what was typed. */
export function answerAdultEdit(
  form: { values: FormValues },
  outcome: Outcome<AdultEdited>,
  { to, notice, version }: Answer,
) {
  if (!outcome.ok) return answerRefusal(askedAnew(form, version), outcome.refusal);
  return redirectWithNotice(to, outcome.value.touched > 0 ? "saved_touched" : notice);
}
