import { expect, test } from "vitest";
import { stale } from "./stale";

const known = { changedBy: "Idris Marrowby", changedAt: null, storedVersion: 4, back: "/sessions/1" };

test("both answers to each question, in the page's order, in words", () => {
  const sent = {
    version: "3",
    title: "Ask us everything",
    kind: "join",
    date: { day: "10", month: "dec", year: "2026" },
    features: ["captions", "bsl"],
    recorded: "yes",
    password: "as typed",
  };
  const answer = stale(
    { values: sent },
    {
      ...known,
      stored: {
        title: "Ask us anything",
        kind: "host",
        date: { day: "11", month: "12", year: "2026" },
        features: "bsl",
      },
      labels: {
        kind: "Who runs it?",
        title: "Title",
        date: "Date",
        features: "Features",
        recorded: "Recorded?",
      },
      words: {
        kind: { host: "We run our own", join: "We join" },
        features: { captions: "Captions", bsl: "BSL" },
      },
    },
  );
  expect(answer.init?.status).toBe(409);
  expect(answer.data.stale).toMatchObject({
    changedBy: "Idris Marrowby",
    storedVersion: 4,
    back: "/sessions/1",
  });
  expect(answer.data.stale.fields).toEqual([
    {
      name: "kind",
      label: "Who runs it?",
      yours: { shown: "We join", value: "join" },
      stored: { shown: "We run our own", value: "host" },
    },
    {
      name: "title",
      label: "Title",
      yours: { shown: "Ask us everything", value: "Ask us everything" },
      stored: { shown: "Ask us anything", value: "Ask us anything" },
    },
    { name: "date", label: "Date", yours: { shown: "10 dec 2026" }, stored: { shown: "11 12 2026" } },
    {
      name: "features",
      label: "Features",
      yours: { shown: "Captions, BSL" },
      stored: { shown: "BSL", value: "bsl" },
    },
    {
      name: "recorded",
      label: "Recorded?",
      yours: { shown: "Yes", value: "yes" },
      stored: { shown: "", value: "" },
    },
  ]);
  expect(answer.data.stale.values).toMatchObject({
    title: "Ask us everything",
    features: ["captions", "bsl"],
  });
  expect(JSON.stringify(answer.data)).not.toContain("as typed");
});
