import { data, redirect, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import type { Refusal } from "~/domain/refusal";
import { endedLinkCookie, readLinkCookie } from "~/http/link-cookie.server";
import { loginCookie } from "~/http/login-cookie.server";
import { redirectWithNotice } from "~/http/notice.server";
import { safeNext, whoIsSignedIn } from "~/http/signed-in.server";
import { RETRY_AFTER } from "~/http/unavailable";
import { paths } from "~/paths";
import { notOurs, returnFromProvider, type Back } from "~/services/return-from-provider.server";

export const handle = titled("Sign in with your organisation");

/** Providers lead back by a link, so that this is the one page that changes something when it is opened. */
export async function loader(args: LoaderFunctionArgs) {
  const { request } = args;
  const { origin } = args.context;
  const visit = readLinkCookie(request, "visit", origin);
  const outcome = visit
    ? await returnFromProvider({
        visit,
        search: new URL(request.url).search,
        origin,
        place: args.context.place,
        invitationToken: readLinkCookie(request, "invitation", origin),
        signedIn: await whoIsSignedIn(args),
      })
    : notOurs;
  if (outcome.ok) return arrived(outcome.value, origin);
  if (outcome.refusal.code === "waiting")
    return redirect(paths.waiting, { status: 303, headers: over(origin) });
  return refusedPage(outcome.refusal, origin);
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

function over(origin: string): Headers {
  return new Headers({ "Set-Cookie": endedLinkCookie("visit", origin) });
}

function arrived({ kind, token, next }: Back, origin: string): Response {
  const headers = over(origin);
  if (kind === "link") return redirectWithNotice(paths.linkedSignIn, "identity_linked", headers);
  if (kind === "join") headers.append("Set-Cookie", endedLinkCookie("invitation", origin));
  if (token === null) return redirect(paths.waiting, { status: 303, headers });
  headers.append("Set-Cookie", loginCookie(token, origin));
  if (kind === "join") return redirectWithNotice(paths.home, "joined", headers);
  return redirect(safeNext(next), { status: 303, headers });
}

/** Where only the provider was silent, the same page can be opened again: what the browser keeps is left to it. */
function refusedPage({ code, message }: Refusal, origin: string) {
  if (code !== "provider_down") return data({ message }, { status: 400, headers: over(origin) });
  return data({ message }, { status: 503, headers: { "Retry-After": RETRY_AFTER } });
}

export default function Callback() {
  const { message } = useLoaderData<typeof loader>();
  return (
    <div className="app-narrow">
      <PageHeading title="You are not signed in this way" lead={`${message}.`} />
      <LinkButton to={paths.signIn}>Sign in</LinkButton>
    </div>
  );
}
