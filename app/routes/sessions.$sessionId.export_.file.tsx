import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { exportForm } from "~/forms/export-form";
import { parseForm } from "~/forms/parse-form";
import { confirmedBy } from "~/http/confirmation.server";
import { fileResponse } from "~/http/file.server";
import { requireRecord } from "~/http/record-page.server";

import { paths } from "~/paths";
import { exportSessionRecord } from "~/services/export-session-record.server";

/** A file is sent for a form alone; whoever opens the address finds the form. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.exportRecord(params["sessionId"] ?? ""));
}

/** Sends the file. Whatever keeps it from being sent goes on, with the form, to the page that can show it. */
export async function action(args: ActionFunctionArgs) {
  const { request } = args;
  const { sessionId, ...signedIn } = await requireRecord(args);
  const form = await parseForm(exportForm, request.clone());
  if (!form.ok) return redirect(paths.exportRecord(sessionId), 307);
  const { passcode, ...wish } = form.data;
  const confirmed = await confirmedBy(signedIn, passcode);
  const outcome = confirmed.ok ? await exportSessionRecord(confirmed.value, sessionId, wish) : confirmed;
  if (outcome.ok) return fileResponse(outcome.value);
  return redirect(`${paths.exportRecord(sessionId)}?refused=${outcome.refusal.code}`, 307);
}
