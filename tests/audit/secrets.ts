/*
 * What looks like a key. Each kind is written so that it does not find itself. Words that only stand for a password in a
 * test are no secrets: nothing outside a test's own machine opens with them.
 */

type Kind = { kind: string; pattern: RegExp };

const KINDS: Kind[] = [
  { kind: "private key", pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/ },
  { kind: "age secret key", pattern: /AGE-SECRET-KEY-1[0-9A-Z]{50,}/ },
  { kind: "AWS access key", pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { kind: "GitHub token", pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})\b/ },
  { kind: "GitLab token", pattern: /\bglpat-[A-Za-z0-9_-]{20,}\b/ },
  { kind: "npm token", pattern: /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=\s*[^\s$"'{]{8,}/ },
  { kind: "Slack token", pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/ },
  { kind: "Stripe key", pattern: /\b[rs]k_live_[A-Za-z0-9]{16,}/ },
  { kind: "Google key", pattern: /\bAIza[0-9A-Za-z_-]{35}\b/ },
  { kind: "SendGrid key", pattern: /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b/ },
  { kind: "JSON web token", pattern: /\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{20,}/ },
  {
    kind: "password in an address",
    pattern:
      /\b[a-z][a-z+]{2,12}:\/\/[^\s/:@"'`$<>{}]{1,64}:(?!password@|secret@|…)[^\s/@"'`$<>{}]{6,64}@(?!localhost|127\.|[\w.-]*example)/,
  },
  {
    kind: "secret in a setting",
    pattern:
      /^\s*(?:export\s+)?(?:SESSION_SECRET|METRICS_TOKEN|[A-Z_]*PASSWORD|[A-Z_]*API_KEY)\s*=\s*["']?[A-Za-z0-9+/_=-]{20,}/,
  },
];

/** Files that nobody should keep beside the code, whatever is in them. */
const FILES =
  /(?:^|\/)(?:\.env(?!\.example$)(?:\..*)?|\.npmrc|\.netrc|\.pgpass|id_(?:rsa|dsa|ecdsa|ed25519)|[^/]+\.(?:pem|p12|pfx|jks|keystore|key))$/;

/** The kinds of secret that a line looks like. Never the line itself: a report must not spread what it found. */
export function secretsIn(line: string): string[] {
  return KINDS.filter(({ pattern }) => pattern.test(line)).map(({ kind }) => kind);
}

export function isSecretFile(path: string): boolean {
  return FILES.test(path);
}
