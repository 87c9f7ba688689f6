import { data, redirect, type ActionFunctionArgs, type HeadersFunction } from "@remix-run/node";
import { useActionData, useLocation, useSubmit } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { v4 as uuid } from "uuid";
import { Button, LinkButton } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import type { Refusal } from "~/domain/refusal";
import { parseForm, rejected } from "~/forms/parse-form";
import { returnFromProviderForm } from "~/forms/single-sign-on-forms";
import { endedLinkCookie, readLinkCookie } from "~/http/link-cookie.server";
import { redirectWithNotice } from "~/http/notice.server";
import { safeNext, signInHere, whoIsSignedIn } from "~/http/signed-in.server";
import { RETRY_AFTER } from "~/http/unavailable";
import { paths } from "~/paths";
import { notOurs, returnFromProvider, type Back } from "~/services/return-from-provider.server";

export const handle = titled("Signing you in");

/** Providers lead back by a link. Opening it changes nothing: a form of this page, which scripts send, goes on. */
export function loader() {
  return null;
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const form = await parseForm(returnFromProviderForm, request);
  if (!form.ok) return rejected(form);
  const { origin, place } = context;
  const visit = readLinkCookie(request, "visit", origin);
  const outcome = visit
    ? await returnFromProvider({
        visit,
        search: new URL(request.url).search,
        origin,
        place,
        invitationToken: readLinkCookie(request, "invitation", origin),
        signedIn: await whoIsSignedIn(args),
      })
    : notOurs;
  if (outcome.ok) return arrived(args, outcome.value);
  if (outcome.refusal.code === "waiting")
    return redirect(paths.waiting, { status: 303, headers: over(origin) });
  args.context.logged.refused = outcome.refusal.code;
  return answerNotIn(outcome.refusal, origin);
}

function over(origin: string): Headers {
  return new Headers({ "Set-Cookie": endedLinkCookie("visit", origin) });
}

async function arrived(args: ActionFunctionArgs, { kind, token, next }: Back): Promise<Response> {
  const { origin } = args.context;
  const headers = over(origin);
  if (kind === "link") return redirectWithNotice(paths.linkedSignIn, "identity_linked", headers);
  if (kind === "join") headers.append("Set-Cookie", endedLinkCookie("invitation", origin));
  if (token === null) return redirect(paths.waiting, { status: 303, headers });
  await signInHere(args, token);
  if (kind === "join") return redirectWithNotice(paths.home, "joined", headers);
  return redirect(safeNext(next), { status: 303, headers });
}

type NotIn = { message: string; again: boolean };

/** Where only the provider was silent, the same answer can be sent again: what the browser keeps is left to it. */
function answerNotIn({ code, message }: Refusal, origin: string) {
  if (code !== "provider_down")
    return data({ message, again: false }, { status: 422, headers: over(origin) });
  return data({ message, again: true }, { status: 503, headers: { "Retry-After": RETRY_AFTER } });
}

export default function Callback() {
  const answer = useActionData<Partial<NotIn>>();
  if (answer?.message === undefined) return <OnTheWay />;
  return (
    <div className="app-narrow">
      <PageHeading title="You are not signed in this way" lead={`${answer.message}.`} />
      {answer.again ? <GoOn label="Try again" /> : <LinkButton to={paths.signIn}>Sign in</LinkButton>}
    </div>
  );
}

function OnTheWay() {
  const submit = useSubmit();
  const { pathname, search } = useLocation();
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    submit({ submissionId: uuid(), version: "" }, { method: "post", action: pathname + search });
  }, [submit, pathname, search]);
  return (
    <div className="app-narrow">
      <PageHeading title="Signing you in" lead="Your organisation’s sign-in has sent you back here." />
      <GoOn label="Continue" />
    </div>
  );
}

/** Sends on what the provider put into the address. */
function GoOn({ label }: { label: string }) {
  const { pathname, search } = useLocation();
  return (
    <SchemaForm schema={returnFromProviderForm} action={pathname + search}>
      <Button>{label}</Button>
    </SchemaForm>
  );
}
