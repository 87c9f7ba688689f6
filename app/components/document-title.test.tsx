import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { expect, test } from "vitest";
import { DocumentTitle, titled } from "./document-title";

async function titleOf(path: string, actionData?: unknown): Promise<string> {
  const handler = createStaticHandler([
    {
      id: "root",
      path: "/",
      element: <DocumentTitle />,
      errorElement: <DocumentTitle />,
      children: [
        { id: "plain", path: "sessions", element: null, handle: titled("Sessions"), loader: () => null },
        {
          id: "named",
          element: null,
          path: "named",
          handle: titled<{ title: string }>(({ title }) => title),
          loader: () => ({ title: "Ask us anything" }),
        },
        { id: "untitled", path: "untitled", element: null },
        {
          id: "gone",
          path: "gone",
          element: null,
          loader: () => {
            throw new Response(null, { status: 404 });
          },
        },
      ],
    },
  ]);
  const context = await handler.query(new Request(`http://localhost${path}`));
  if (context instanceof Response) throw new Error(`${path} answered ${context.status}`);
  const answered = { ...context, actionData: actionData === undefined ? null : { plain: actionData } };
  const router = createStaticRouter(handler.dataRoutes, answered);
  const html = renderToString(<StaticRouterProvider router={router} context={answered} hydrate={false} />);
  return /<title>(.*)<\/title>/.exec(html)?.[1] ?? "";
}

test("a page's title is its own, then Greenroom's", async () => {
  expect(await titleOf("/sessions")).toBe("Sessions – Greenroom");
  expect(await titleOf("/named")).toBe("Ask us anything – Greenroom");
  expect(await titleOf("/untitled")).toBe("Greenroom");
});

test("a refused form's page begins with Error, also without scripts; another answer does not", async () => {
  expect(await titleOf("/sessions", { rejected: { values: {}, errors: [] } })).toBe(
    "Error: Sessions – Greenroom",
  );
  expect(await titleOf("/sessions", { stale: {} })).toBe("Sessions – Greenroom");
});

test("a page that cannot be shown says so", async () => {
  expect(await titleOf("/gone")).toBe("Page not found – Greenroom");
});
