import type { Answer } from "./ask";

/** An answer without what differs from one request to the next: its time, its
 * reference, its nonce, the id of its form, and the ids asked for. */
export function maskedAnswer({ status, headers, body }: Answer, ids: Iterable<string>): Answer {
  const { date: _, "x-request-id": reference, "content-security-policy": policy, ...rest } = headers;
  const nonce = /'nonce-([^']+)'/.exec(String(policy))?.[1] ?? "none";
  const secret = [String(reference), nonce, ...ids];
  const plain = (text: string) =>
    secret
      .reduce((left, each) => left.replaceAll(each, "…"), text)
      .replaceAll(/(name="submissionId" value=)"[^"]*"/g, "$1…");
  return { status, headers: { ...rest, location: plain(String(rest["location"])) }, body: plain(body) };
}
