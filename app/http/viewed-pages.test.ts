import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { pagesWithoutYoungPeople, viewedPages } from "./viewed-pages";

const routes = readdirSync(new URL("../routes/", import.meta.url)).map(
  (file) => `routes/${file.replace(/\.tsx?$/, "")}`,
);

test("every route is listed once: as one that shows names, answers or needs of young people, or as one that does not", () => {
  const listed = [...Object.keys(viewedPages), ...pagesWithoutYoungPeople];
  expect(listed.sort()).toEqual(routes.sort());
});

test("a page that is noted belongs to a session, and has a code of its own", () => {
  for (const id of Object.keys(viewedPages)) expect(id).toMatch(/^routes\/sessions\.\$sessionId[._]/);
  const codes = Object.values(viewedPages).map(({ page, about }) => `${about} ${page}`);
  expect(new Set(codes).size).toBe(codes.length);
  for (const { page } of Object.values(viewedPages)) expect(page).toMatch(/^[a-z][a-z0-9_]{0,59}$/);
});
