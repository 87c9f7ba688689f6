import fontUrl from "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url";
import { data, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { DocumentTitle } from "~/components/document-title";
import type { Viewer } from "~/components/header";
import type { Notice } from "~/components/notification-banner";
import { PageLayout } from "~/components/page-layout";
import { ProblemPage } from "~/components/problem-page";
import { listOtherOrganisations } from "~/data/own-account.server";
import { useNonce } from "~/http/nonce";
import { takeNotice } from "~/http/notice.server";
import { whoIsSignedIn } from "~/http/signed-in.server";
import { viewerOf } from "~/http/viewer";
import stylesUrl from "~/styles/main.scss?url";

type Surroundings = { viewer: Viewer | null; notice: Notice | null; requestId: string };

export const links: LinksFunction = () => [
  { rel: "preload", href: fontUrl, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: stylesUrl },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/site.webmanifest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const { notice, headers } = takeNotice(args.request, args.context.origin);
  const signedIn = await whoIsSignedIn(args);
  const others = signedIn ? await listOtherOrganisations(signedIn.actor, signedIn.reach) : [];
  const surroundings: Surroundings = {
    viewer: signedIn && viewerOf(signedIn, others.length > 0),
    notice,
    requestId: args.context.requestId,
  };
  return data(surroundings, { headers });
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  return (
    <html lang="en-GB" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0f3d33" />
        <DocumentTitle />
        <Meta />
        <Links />
      </head>
      <body className="govuk-template__body">
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const { viewer, notice } = useLoaderData<typeof loader>();
  return (
    <PageLayout viewer={viewer} notice={notice}>
      <Outlet />
    </PageLayout>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const surroundings = useRouteLoaderData<typeof loader>("root");
  const answer = isRouteErrorResponse(error) ? error : null;
  return (
    <PageLayout viewer={surroundings?.viewer ?? null}>
      <ProblemPage
        status={answer?.status ?? 500}
        requestId={surroundings?.requestId ?? null}
        detail={answer ? detailOf(answer.data) : null}
      />
    </PageLayout>
  );
}

/** A thrown Response may say more than its status: `{ detail: "…" }`, written for the person. */
function detailOf(data: unknown): string | null {
  const detail = typeof data === "object" && data !== null && "detail" in data ? data.detail : null;
  return typeof detail === "string" ? detail : null;
}
