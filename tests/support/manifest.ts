import { z } from "zod";
import { serverBundle } from "~/server/folders";

const bundle = z.object({
  routes: z.record(
    z.string(),
    z.object({
      id: z.string(),
      parentId: z.string().optional(),
      path: z.string().optional(),
      index: z.boolean().optional(),
      module: z.object({ action: z.unknown().optional(), loader: z.unknown().optional() }),
    }),
  ),
});

export type ManifestRoute = { id: string; pattern: string; isIndex: boolean; takesForms: boolean };

/** Every route of the built application, from what it is served from. */
export async function manifestRoutes(): Promise<ManifestRoute[]> {
  const { routes } = bundle.parse(await import(/* @vite-ignore */ serverBundle.href));
  return Object.values(routes)
    .filter(({ id }) => id !== "root")
    .map(({ id, path = "", index = false, module }) => ({
      id,
      pattern: `/${path}`,
      isIndex: index,
      takesForms: module.action !== undefined,
    }));
}
