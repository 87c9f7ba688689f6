import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { exportForm } from "~/forms/export-form";
import { parseForm } from "~/forms/parse-form";
import { fileResponse } from "~/http/file.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { exportSessionRecord } from "~/services/export-session-record.server";

/** A file is sent for a form alone; whoever opens the address finds the form. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.exportRecord(params["sessionId"] ?? ""));
}

/** Sends the file. Whatever keeps it from being sent goes on, with the form, to the page that can show it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn({ request, context });
  const sessionId = params["sessionId"] ?? "";
  const form = await parseForm(exportForm, request.clone());
  if (!form.ok) return redirect(paths.exportRecord(sessionId), 307);
  const outcome = await exportSessionRecord(actor, sessionId, form.data);
  if (outcome.ok) return fileResponse(outcome.value);
  return redirect(`${paths.exportRecord(sessionId)}?refused=${outcome.refusal.code}`, 307);
}
