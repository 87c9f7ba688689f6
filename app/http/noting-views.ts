import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { noteView, type View } from "~/data/note-view.server";
import { viewedPages } from "./viewed-pages";
import { whoIsSignedIn } from "./signed-in.server";

type Route = NonNullable<ServerBuild["routes"][string]>;
type Handler = NonNullable<Route["module"]["loader"]>;

const TRIES = 2;

/**
 * The same build with loaders that note in the audit trail who opened a page about young people: after the page was
 * found and is theirs to see, and before it is sent. A view that cannot be noted is reported and the page is sent: staff
 * who look after young people are not locked out because somebody else is saving.
 */
export function notingViews(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, route && noting(id, route)]);
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild["routes"] };
}

function noting(id: string, route: Route): Route {
  const viewed = viewedPages[id];
  const { loader } = route.module;
  if (!viewed || !loader) return route;
  const handle: Handler = async (args) => {
    const answer = await loader(args);
    if (answer instanceof Response && !answer.ok) return answer;
    const sessionId = args.params["sessionId"] ?? "";
    const about = viewed.about === "session" ? sessionId : (args.params["participantId"] ?? "");
    await note(args, { page: viewed.page, kind: viewed.about, id: about, sessionId });
    return answer;
  };
  return { ...route, module: { ...route.module, loader: handle } };
}

async function note(asked: { request: Request; context: AppLoadContext }, view: View): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const signedIn = await whoIsSignedIn(asked);
      if (signedIn) await noteView(signedIn.actor, view);
      return;
    } catch (error) {
      if (attempt < TRIES) continue;
      asked.context.report(error, "view not noted");
      return;
    }
  }
}
