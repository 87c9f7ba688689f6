import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { consentLinkKeyId, consentLinkToken, requestOfToken } from "./consent-link-token.server";
import { openInstallationKeys } from "./installation-keys.server";

beforeAll(() => openInstallationKeys("a secret of thirty-two characters"));

test("a token is the same each time, fits into an address, and leads back to its request", () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const token = consentLinkToken(id);
      expect(consentLinkToken(id)).toBe(token);
      expect(token).toMatch(/^[\w-]{44}$/);
      expect(requestOfToken(token)).toBe(id);
    }),
  );
});

test("no token that differs in any letter is one", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(43), fc.constantFrom(..."AZaz09-_"), (id, at, letter) => {
      const token = consentLinkToken(id);
      const other = token.slice(0, at) + letter + token.slice(at + 1);
      expect(requestOfToken(other)).toBe(other === token ? id : null);
    }),
  );
});

test.each(["", "short", "a".repeat(43), "a".repeat(45), "../../etc/passwd", "a".repeat(43) + "\n"])(
  "%j is no token",
  (text) => {
    expect(requestOfToken(text)).toBeNull();
  },
);

test("another key makes other tokens, and says so by its id", () => {
  const id = crypto.randomUUID();
  const before = { token: consentLinkToken(id), key: consentLinkKeyId() };
  openInstallationKeys("another secret of thirty-two letters");
  expect(requestOfToken(before.token)).toBeNull();
  expect(consentLinkKeyId()).not.toBe(before.key);
  openInstallationKeys("a secret of thirty-two characters");
  expect(requestOfToken(before.token)).toBe(id);
});
