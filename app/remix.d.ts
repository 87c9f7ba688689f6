import "@remix-run/server-runtime";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }

  interface AppLoadContext {
    /** Random per response; allows that response's own script tags past the content security policy. */
    nonce: string;
    /** Names one request in the log and on the error page. */
    requestId: string;
    /** The address that people type, without a path. */
    origin: string;
    /** The place that the request comes from, as tries at passwords are counted. */
    place: string;
    /** Tells the turns that requests take whose organisation this one is for; null: nobody's that is signed in. */
    countsFor(organisationId: string | null): void;
    /** Whether somebody typed the code that the terminal showed for making the first organisation. */
    fitsSetUpCode(typed: string): boolean;
    /** Whether mail leaves this installation; without it people get codes on paper. */
    sendsMail: boolean;
    /** Writes down a bug: its kind and place, under the request's id. Never its message. */
    report(error: unknown, route?: string): void;
    /** Has the answer to this request carry a cookie, whatever the answer is. */
    giveCookie(cookie: string): void;
    /** What the login's cookie carries after this request; null while that is what it brought. */
    newLoginToken: string | null;
    /** What the request's line in the log says beside its route and status: ids and codes alone. */
    logged: { by: string | null; refused: string | null };
  }
}
