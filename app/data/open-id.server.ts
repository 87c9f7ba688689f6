import * as oidc from "openid-client";
import type { Identity } from "./identities.server";
import { guardedFetch, Unreachable } from "./guarded-fetch.server";
import type { SignInProvider } from "./sign-in-provider.server";

/** Seconds that the library waits for each answer of a provider. */
const TIMEOUT_SECONDS = 5;

export type Client = Pick<SignInProvider, "issuer" | "clientId" | "clientSecret">;

/** What ties an answer of a provider to the browser that asked. */
export type Ties = { state: string; nonce: string; verifier: string };

/** `down`: the provider does not answer, or not as one. `refused`: it said no, or its answer is not for this question. */
export class ProviderProblem extends Error {
  override name = "ProviderProblem";
  constructor(readonly problem: "down" | "refused") {
    super(problem);
  }
}

export function redirectAddress(origin: string): string {
  return `${origin}/sign-in/callback`;
}

export function newTies(): Ties {
  return { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
}

/**
 * Reads what the provider says of itself. `origin` is our own address: only where that is this very machine may the
 * provider be there too, and without TLS.
 * @throws ProviderProblem `down`
 */
export async function discoverProvider({ issuer, clientId, clientSecret }: Client, origin: string) {
  const loopback = new URL(origin).hostname === "localhost";
  const execute = [oidc.enableNonRepudiationChecks];
  if (loopback) execute.push(oidc.allowInsecureRequests);
  try {
    const found = await oidc.discovery(new URL(issuer), clientId, undefined, secretOf(clientSecret), {
      execute,
      timeout: TIMEOUT_SECONDS,
      [oidc.customFetch]: guardedFetch({ loopback }),
    });
    const {
      authorization_endpoint: authorization,
      token_endpoint: token,
      jwks_uri: keys,
    } = found.serverMetadata();
    if (!authorization || !token || !keys) throw new ProviderProblem("down");
    const { protocol } = new URL(authorization);
    if (protocol !== "https:" && !(loopback && protocol === "http:")) throw new ProviderProblem("down");
    return found;
  } catch {
    throw new ProviderProblem("down");
  }
}

/** The provider's page at which somebody signs in, to come back with an answer that is tied to `ties`. */
export async function addressToSignIn(client: Client, ties: Ties, origin: string): Promise<string> {
  const url = oidc.buildAuthorizationUrl(await discoverProvider(client, origin), {
    redirect_uri: redirectAddress(origin),
    scope: "openid",
    response_type: "code",
    state: ties.state,
    nonce: ties.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(ties.verifier),
    code_challenge_method: "S256",
  });
  return url.href;
}

/**
 * Who came back, by the provider's own word: the code is exchanged once, and the token's signature, issuer, client,
 * nonce and time are checked. Nothing else that it says is used.
 * @throws ProviderProblem
 */
export async function whoCameBack(
  client: Client,
  { search, ties, origin }: { search: string; ties: Ties; origin: string },
): Promise<Identity> {
  const provider = await discoverProvider(client, origin);
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, new URL(redirectAddress(origin) + search), {
      expectedState: ties.state,
      expectedNonce: ties.nonce,
      pkceCodeVerifier: ties.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || claims.iss !== provider.serverMetadata().issuer) throw new ProviderProblem("refused");
    return { issuer: claims.iss, subject: claims.sub };
  } catch (error) {
    throw new ProviderProblem(isOutage(error) ? "down" : "refused");
  }
}

/** The secret as the provider takes it; what says nothing takes it in the header (OpenID Connect Discovery, section 3). */
function secretOf(secret: string): oidc.ClientAuth {
  const [post, basic] = [oidc.ClientSecretPost(secret), oidc.ClientSecretBasic(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (methods.includes("client_secret_post") ? post : basic)(server, ...rest);
  };
}

function isOutage(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof Unreachable || ("status" in at && Number(at.status) >= 500)) return true;
    if (at.cause instanceof Response && at.cause.status >= 500) return true;
  }
  return false;
}
