import { z } from "zod";
import { starterModes } from "~/domain/defaults/platform-modes";
import { choice, someChoices } from "./choice";
import { line } from "./text";

const [first = "", ...rest] = starterModes.map(({ key }) => key);

export const starterPlatformsForm = z.object({
  starters: someChoices([first, ...rest], { select: "Select at least one platform" }),
});

export const platformKinds = ["meeting", "social", "studio"] as const;

export const otherPlatformForm = z.object({
  name: line({
    label: "Name of the platform",
    enter: "Enter a name, and the way you use it if there are several",
    max: 120,
  }),
  service: line({ label: "Who runs it", enter: "Enter who runs it", max: 120 }),
  kind: choice(platformKinds, { select: "Select what kind of platform it is" }),
});
