import { expect, test } from "vitest";
import { problemOf, statusOf, UNANSWERED } from "./problem";

test.each([
  ["Chromium", new TypeError("Failed to fetch")],
  ["Safari", new TypeError("Load failed")],
  ["Firefox", new TypeError("NetworkError when attempting to fetch resource.")],
  [
    "Remix, of an answer that is none of ours",
    new Error("Unable to decode turbo-stream response from URL: http://localhost/x.data"),
  ],
])("that nothing came back is known by the words of %s", (_whose, error) => {
  expect(statusOf(error)).toBe(UNANSWERED);
  expect(problemOf(statusOf(error)).title).toBe("We did not get an answer");
});

test.each([new TypeError("Cannot read properties of undefined"), new Error("Unexpected Server Error"), null])(
  "%s is our fault",
  (error) => expect(statusOf(error)).toBe(500),
);
