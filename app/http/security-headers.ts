import type { RequestHandler } from "express";
import helmet from "helmet";

const TWO_YEARS_IN_SECONDS = 63_072_000;
const SWITCHED_OFF = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "microphone",
  "payment",
  "usb",
];

/** Headers of every response, errors and files included. A page runs only the scripts that carry its own nonce. */
export function securityHeaders({ secure }: { secure: boolean }): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'", "'strict-dynamic'", (_request, response) => `'nonce-${nonceOf(response)}'`],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", "data:"],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          manifestSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          objectSrc: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: secure ? { maxAge: TWO_YEARS_IN_SECONDS, includeSubDomains: true } : false,
      // Not `no-referrer`: it makes a form without scripts send `Origin: null`, and then a browser that knows no
      // Sec-Fetch-Site could not show that the form is ours. No other site ever learns an address of ours.
      referrerPolicy: { policy: "same-origin" },
      xFrameOptions: { action: "deny" },
    }),
    (_request, response, next) => {
      response.set("Permissions-Policy", SWITCHED_OFF.map((feature) => `${feature}=()`).join(", "));
      response.set("Cache-Control", "no-store");
      next();
    },
  ];
}

function nonceOf(response: object): string {
  const { locals } = response as { locals: { nonce: string } };
  return locals.nonce;
}
