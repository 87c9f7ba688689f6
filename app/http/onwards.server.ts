import { data } from "@remix-run/react";
import type { Outcome } from "~/domain/refusal";
import { refused } from "~/forms/parse-form";
import type { FormValues } from "~/forms/read-form-data";
import { WHOLE_FORM } from "~/forms/validate";
import type { Started } from "~/services/start-at-provider.server";
import { answerRefusal } from "./answer.server";
import { linkCookie } from "./link-cookie.server";
import { RETRY_AFTER } from "./unavailable";

/** Has the page lead to the provider, and the browser keep what it is to come back with. */
export function answerOnwards(form: { values: FormValues }, started: Outcome<Started>, origin: string) {
  if (started.ok) {
    const { visit, ...onwards } = started.value;
    return data({ onwards }, { headers: { "Set-Cookie": linkCookie("visit", visit, origin) } });
  }
  if (started.refusal.code !== "provider_down") return answerRefusal(form, started.refusal);
  const said = refused(form, { name: WHOLE_FORM, message: started.refusal.message });
  return data(said.data, { status: 503, headers: { "Retry-After": RETRY_AFTER } });
}
