import { expect, test } from "vitest";
import { paths } from "~/paths";
import { isYoungPersons } from "./turns";

test.each([
  [paths.ownPlace, true],
  [paths.ownLink("token"), true],
  [paths.ownQuestion("camera"), true],
  [paths.home, false],
  [paths.code, false],
  ["/confirm", false],
])("%s is one of young people's own pages: %s", (path, is) => expect(isYoungPersons(path)).toBe(is));
