import { expect, test } from "vitest";
import { isSameOriginWrite } from "./same-origin";

const OWN = "https://greenroom.example.org";

test.each([
  ["our own page", "same-origin", OWN, true],
  ["our own page, reached by another name of the machine", "same-origin", "http://127.0.0.1:3000", true],
  ["an older browser on our own page", undefined, OWN, true],
  ["another site", "cross-site", "https://elsewhere.example", false],
  ["another site that forges Origin", "cross-site", OWN, false],
  ["a sibling of our site", "same-site", "https://blog.example.org", false],
  ["the address bar", "none", undefined, false],
  ["an older browser on another site", undefined, "https://elsewhere.example", false],
  ["a sandboxed frame", undefined, "null", false],
  ["a prefix of our name", undefined, `${OWN}.elsewhere.example`, false],
  ["neither header", undefined, undefined, false],
])("a write from %s", (_from, secFetchSite, origin, allowed) => {
  expect(isSameOriginWrite({ secFetchSite, origin }, OWN)).toBe(allowed);
});
