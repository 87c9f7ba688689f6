import type { LoaderFunctionArgs } from "@remix-run/node";
import { readCheckpointsNow } from "~/data/audit-checkpoint.server";
import { fileResponse } from "~/http/file.server";
import { requireSignedIn } from "~/http/signed-in.server";

/** A signed checkpoint of the organisation's audit trail as it ends now, to be kept elsewhere. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "audit.search");
  const file = await readCheckpointsNow(actor);
  if (!file) throw new Response(null, { status: 404 });
  return fileResponse({
    name: "checkpoint.json",
    type: "application/json",
    bytes: new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`),
  });
}
