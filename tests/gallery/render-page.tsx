import { renderToString } from "react-dom/server";
import type { ReactNode } from "react";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import type { Viewer } from "~/components/header";
import type { Notice } from "~/components/notification-banner";
import { PageLayout } from "~/components/page-layout";
import type { Rejected } from "~/forms/validate";

export type GalleryPage = {
  name: string;
  path?: string;
  viewer?: Viewer | null;
  notice?: Notice;
  rejected?: Rejected;
  content: ReactNode;
};

export const amina: Viewer = {
  name: "Amina Farrow",
  organisation: "Lanternmoor Youth Advice",
  hasOthers: true,
  navigation: [
    { label: "Your tasks", to: "/" },
    { label: "Sessions", to: "/sessions" },
    { label: "Adults", to: "/adults" },
    { label: "Platforms", to: "/platforms" },
    { label: "Records", to: "/records" },
    { label: "Settings", to: "/settings" },
  ],
};

/** One screen as the server would send it, with the answer of an action where a form was refused. */
export async function renderPage(page: GalleryPage): Promise<string> {
  const { path = "/sessions/1", viewer = amina, notice = null, rejected, content } = page;
  const element = (
    <PageLayout viewer={viewer} notice={notice}>
      {content}
    </PageLayout>
  );
  const handler = createStaticHandler([{ id: "page", path: "*", element }]);
  const context = await handler.query(new Request(`http://localhost${path}`));
  if (context instanceof Response) throw new Error(`${path} answered ${context.status}`);
  const answered = rejected ? { ...context, actionData: { page: { rejected } } } : context;
  const router = createStaticRouter(handler.dataRoutes, answered);
  return renderToString(<StaticRouterProvider router={router} context={answered} hydrate={false} />);
}

/** The stylesheet stands inside, because axe may not fetch files. */
export function documentOf(title: string, body: string, css: string): string {
  return [
    `<!doctype html><html lang="en-GB" class="govuk-template"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>`,
    `<style>${css}</style></head><body class="govuk-template__body">${body}</body></html>`,
  ].join("\n");
}
