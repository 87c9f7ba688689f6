import { matchRoutes } from "@remix-run/react";
import type { ServerBuild } from "@remix-run/node";

type Branch = NonNullable<Parameters<typeof matchRoutes>[0][number]>;

/**
 * Turns a path into the pattern of the route that serves it (`/sessions/:sessionId`), so that a log holds neither
 * what a person typed nor the token of a link.
 */
export function routePatterns(build: Pick<ServerBuild, "routes">): (path: string) => string {
  const tree = childrenOf(build.routes, undefined);
  return (path) => {
    const matches = matchRoutes(tree, pagePath(path));
    if (!matches) return "(none)";
    return `/${matches
      .map(({ route }) => route.path)
      .filter(Boolean)
      .join("/")}`;
  };
}

/** The page that a data request of the client asks for: `/sessions.data` is `/sessions`. */
function pagePath(path: string): string {
  return path === "/_root.data" ? "/" : path.replace(/\.data$/, "");
}

function childrenOf(routes: ServerBuild["routes"], parentId: string | undefined): Branch[] {
  return Object.values(routes)
    .filter((route) => route?.parentId === parentId)
    .map((route) =>
      route?.index
        ? { id: route.id, index: true as const, path: route.path }
        : { id: route?.id, path: route?.path, children: childrenOf(routes, route?.id) },
    );
}
