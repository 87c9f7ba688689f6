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
import { nobodyKnown, OwnPage } from "~/components/own-page";
import { PageLayout } from "~/components/page-layout";
import { useIsPlain } from "~/components/plain";
import { statusOf } from "~/components/problem";
import { ProblemPage } from "~/components/problem-page";
import { Answered } from "~/components/send-again";
import { listOtherOrganisations } from "~/data/own-account.server";
import { useNonce } from "~/http/nonce";
import { takeNotice } from "~/http/notice.server";
import { whoIsSignedIn } from "~/http/signed-in.server";
import { viewerOf } from "~/http/viewer";
import stylesUrl from "~/styles/main.scss?url";
import ownStylesUrl from "~/styles/own.css?url";

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
  if (useIsPlain()) return <PlainDocument>{children}</PlainDocument>;
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

/** A page for any phone: no script, a small style sheet, nothing for other programs to look at beforehand. */
function PlainDocument({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <DocumentTitle />
        <link rel="stylesheet" href={ownStylesUrl} />
      </head>
      <body>{children}</body>
    </html>
  );
}

export default function App() {
  const { viewer, notice } = useLoaderData<typeof loader>();
  if (useIsPlain()) return <Outlet />;
  return (
    <PageLayout viewer={viewer} notice={notice}>
      <Outlet />
      <Answered />
    </PageLayout>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const surroundings = useRouteLoaderData<typeof loader>("root");
  const answer = isRouteErrorResponse(error) ? error : null;
  if (useIsPlain()) return <PlainProblem told={answer ? toldBy(answer.data) : null} />;
  return (
    <PageLayout viewer={surroundings?.viewer ?? null}>
      <ProblemPage
        status={statusOf(error)}
        requestId={surroundings?.requestId ?? null}
        detail={answer ? (toldBy(answer.data)?.detail ?? null) : null}
      />
    </PageLayout>
  );
}

type Told = { title: string | null; detail: string };

/** A thrown Response may say more than its status: `{ detail: "…" }`, written for the person. */
function toldBy(data: unknown): Told | null {
  if (typeof data !== "object" || data === null || !("detail" in data)) return null;
  if (typeof data.detail !== "string") return null;
  const title = "title" in data && typeof data.title === "string" ? data.title : null;
  return { title, detail: data.detail };
}

function PlainProblem({ told }: { told: Told | null }) {
  return (
    <OwnPage around={nobodyKnown}>
      <h1>{told?.title ?? "Something went wrong"}</h1>
      <p>{told?.detail ?? "It is not your fault. Wait a minute. Then open your link again."}</p>
    </OwnPage>
  );
}
