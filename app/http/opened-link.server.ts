import { redirect } from "@remix-run/node";
import { paths } from "~/paths";
import type { Opened } from "~/services/open-link.server";
import { linkCookie } from "./link-cookie.server";

const pages: Record<Opened["purpose"], string> = { invitation: paths.invitation, reset: paths.reset };

/** Onwards to what was opened: from here on the token is in a cookie and in no address. */
export function redirectToOpened({ purpose }: Opened, token: string, origin: string): Response {
  return redirect(pages[purpose], {
    status: 303,
    headers: { "Set-Cookie": linkCookie(purpose, token, origin) },
  });
}
