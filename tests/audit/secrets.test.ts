import { describe, expect, test } from "vitest";
import { isSecretFile, secretsIn } from "./secrets";

const word = (length: number) => "aB3".repeat(length).slice(0, length);
const upper = (length: number) => "A7K".repeat(length).slice(0, length);

describe("what looks like a key is found", () => {
  test.for([
    ["private key", `-----BEGIN ${"EC PRIVATE"} KEY-----`],
    ["private key", `-----BEGIN ${"PRIVATE"} KEY-----`],
    ["age secret key", `AGE-SECRET-KEY-${"1"}${upper(58)}`],
    ["AWS access key", `aws = ${"AK"}IA${upper(16)}`],
    ["GitHub token", `token: ${"gh"}p_${word(36)}`],
    ["GitLab token", `${"gl"}pat-${word(20)}`],
    ["npm token", `${"npm"}_${word(36)}`],
    ["npm token", `//registry.example/:_auth${"Token"}=${word(20)}`],
    ["Slack token", `${"xo"}xb-${word(24)}`],
    ["Stripe key", `${"sk"}_live_${word(24)}`],
    ["Google key", `${"AI"}za${word(35)}`],
    ["SendGrid key", `${"S"}G.${word(22)}.${word(43)}`],
    ["JSON web token", `${"ey"}J${word(20)}.${"ey"}J${word(30)}.${word(40)}`],
    ["password in an address", `postgres://owner:${word(12)}@db.internal/greenroom`],
    ["secret in a setting", `SESSION_${"SECRET"}=${word(40)}`],
  ] as const)("%s", ([kind, line]) => {
    expect(secretsIn(line)).toEqual([kind]);
  });
});

test("what names a setting or stands for a value is left alone", () => {
  for (const line of [
    "SESSION_SECRET=",
    'sessionSecret: "for-the-tests-of-services-on-this-machine-alone",',
    "DATABASE_URL=postgres://greenroom:password@localhost/greenroom",
    "npm run build",
    'const digest = "3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b";',
  ])
    expect(secretsIn(line)).toEqual([]);
});

test("files that hold keys are known by their names", () => {
  expect(
    ["a/.env", ".env.production", ".npmrc", "deploy/id_ed25519", "tls/server.pem"].every(isSecretFile),
  ).toBe(true);
  expect([".env.example", "app/domain/keys.ts", "docs/security.md"].some(isSecretFile)).toBe(false);
});
