import { generateKeyPairSync } from "node:crypto";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider, type Adapter, type AdapterPayload, type KoaContextWithOIDC } from "oidc-provider";

/**
 * `well-behaved`: says that the address is verified and when and how somebody signed in. `unverified`: says an address and
 * not whether it is verified. `careless`: lets in whoever was there before, whatever it is asked, and claims the opposite.
 */
export type Guise = "well-behaved" | "unverified" | "careless";

export type RunningProvider = {
  issuer: string;
  /** Who signs in next, and with which address. */
  person: { subject: string; email: string };
  /** When set, the next tokens carry this one instead of their own. */
  otherToken: string | null;
  /** When set, questions wait in it for their answer; each is answered when it is called. */
  held: (() => void)[] | null;
  stop: () => Promise<void>;
};

export const clients = {
  ours: { clientId: "greenroom", clientSecret: "a-secret-of-greenroom" },
  other: { clientId: "another", clientSecret: "a-secret-of-another" },
};

/** A real provider of OpenID Connect on this machine, at which whoever comes is signed in as `person` without a word. */
export async function startProvider(guise: Guise, redirectUri: string): Promise<RunningProvider> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const running: RunningProvider = {
    issuer,
    person: { subject: `person-${crypto.randomUUID()}`, email: `${crypto.randomUUID()}@elsewhere.example` },
    otherToken: null,
    held: null,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
  const provider = providerOf(issuer, guise, { running, redirectUri });
  const answer = provider.callback();
  const serve: RequestListener = (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return void answer(request, response);
    const login = {
      accountId: running.person.subject,
      acr: "urn:second-step",
      remember: guise === "careless",
    };
    void provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  };
  server.on("request", (request, response) => {
    if (running.held) running.held.push(() => serve(request, response));
    else serve(request, response);
  });
  return running;
}

function providerOf(
  issuer: string,
  guise: Guise,
  { running, redirectUri }: { running: RunningProvider; redirectUri: string },
): Provider {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const provider: Provider = new Provider(issuer, {
    adapter: () => new Shelf(),
    clients: Object.values(clients).map(({ clientId, clientSecret }) => ({
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      response_types: ["code"],
      grant_types: ["authorization_code"],
    })),
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" }] },
    cookies: { keys: [crypto.randomUUID()] },
    claims: { openid: ["sub", "email", "email_verified"], acr: null, auth_time: null },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({
        sub: accountId,
        email: running.person.email,
        ...(guise === "unverified" ? {} : { email_verified: true }),
      }),
    }),
    async loadExistingGrant({ oidc }: KoaContextWithOIDC) {
      const { client, session } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  });
  provider.use(async (context, next) => {
    // Who asks a careless provider for a new sign-in gets the old one.
    if (guise === "careless") context.url = context.url.replace(/&(prompt|max_age)=[^&]*/g, "");
    await next();
    if (running.otherToken && context.path === "/token")
      context.body = { ...(context.body as object), id_token: running.otherToken };
  });
  return provider;
}

/** What the provider keeps of one kind, for the time of a test. */
class Shelf implements Adapter {
  readonly #kept = new Map<string, AdapterPayload>();
  async upsert(id: string, payload: AdapterPayload) {
    this.#kept.set(id, payload);
  }
  async find(id: string) {
    return this.#kept.get(id);
  }
  async findByUid(uid: string) {
    return [...this.#kept.values()].find((payload) => payload.uid === uid);
  }
  async findByUserCode() {
    return undefined;
  }
  async consume(id: string) {
    const payload = this.#kept.get(id);
    if (payload) payload.consumed = Math.floor(Date.now() / 1000);
  }
  async destroy(id: string) {
    this.#kept.delete(id);
  }
  async revokeByGrantId(grantId: string) {
    for (const [id, payload] of this.#kept) if (payload.grantId === grantId) this.#kept.delete(id);
  }
}

/** Goes to a provider's page as a browser does, and comes back with the query of the address that it leads to. */
export async function visitProvider(address: string, cookies = new Map<string, string>()): Promise<string> {
  const { origin } = new URL(address);
  for (let next = address, steps = 0; steps < 8; steps += 1) {
    const url = new URL(next, origin);
    if (url.origin !== origin) return url.search;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, { redirect: "manual", headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (set.split(";")[0] ?? "").split(/=(.*)/s);
      cookies.set(name, value);
    }
    const to = answer.headers.get("location");
    if (!to) throw new Error(`The provider stopped with ${answer.status}: ${await answer.text()}`);
    next = to;
  }
  throw new Error("The provider leads nowhere");
}
