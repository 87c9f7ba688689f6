import type { AppLoadContext } from "@remix-run/node";
import { paths } from "~/paths";

/** The address of a link that is mailed; null where no mail leaves. */
export function linkTo({ sendsMail, origin }: AppLoadContext): ((token: string) => string) | null {
  return sendsMail ? (token) => origin + paths.link(token) : null;
}
