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
  }
}
