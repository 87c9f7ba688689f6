import type { ServerBuild } from "@remix-run/node";

/** Seconds after which it is worth asking again. */
export const RETRY_AFTER = "5";

/** Trouble of the database's that passes: it is starting, somebody holds the row, or too many ask at once. */
const PASSING = new Set(["down", "busy", "conflict", "overloaded", "slow", "full"]);

type Route = NonNullable<ServerBuild["routes"][string]>;
type Handler = NonNullable<Route["module"]["loader"]>;

/**
 * The same build with loaders and actions whose failure for want of the database is answered 503 instead of 500: it is
 * no fault of the page, and asking again helps. The error is known by its name, because the bundle has a copy of its
 * class of its own.
 */
export function answeringUnavailable(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, route && guarded(route)]);
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild["routes"] };
}

function guarded(route: Route): Route {
  const { loader, action } = route.module;
  return {
    ...route,
    module: {
      ...route.module,
      ...(loader && { loader: guardedHandler(loader) }),
      ...(action && { action: guardedHandler(action) }),
    },
  };
}

function guardedHandler(handle: Handler): Handler {
  return async (args) => {
    try {
      return await handle(args);
    } catch (error) {
      if (!isPassing(error)) throw error;
      args.context.report(error);
      throw new Response(null, { status: 503 });
    }
  };
}

function isPassing(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.name === "DatabaseError" &&
    "problem" in error &&
    PASSING.has(String(error.problem))
  );
}
