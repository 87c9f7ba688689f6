import type { ServerBuild } from "@remix-run/node";

const ID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

type Route = NonNullable<ServerBuild["routes"][string]>;
type Handler = NonNullable<Route["module"]["loader"]>;

/**
 * The same build with loaders and actions that find nothing at an address whose ids are none that we ever gave out: what
 * stands there reaches no service and no database. A parameter is an id where its name ends in `Id`.
 */
export function refusingStrangeIds(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, route && refusing(route)]);
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild["routes"] };
}

function refusing(route: Route): Route {
  const names = [...(route.path ?? "").matchAll(/:(\w+Id)\b/g)].map(([, name]) => name ?? "");
  const { loader, action } = route.module;
  if (names.length === 0) return route;
  return {
    ...route,
    module: {
      ...route.module,
      ...(loader && { loader: refusingHandler(loader, names) }),
      ...(action && { action: refusingHandler(action, names) }),
    },
  };
}

function refusingHandler(handle: Handler, names: string[]): Handler {
  return (args) => {
    if (names.some((name) => !ID.test(args.params[name] ?? ""))) throw new Response(null, { status: 404 });
    return handle(args);
  };
}
