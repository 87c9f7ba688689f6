import { z } from "zod";
import type { Session } from "~/domain/record/session";
import { optionalId, tick } from "./choice";
import type { FormValues } from "./read-form-data";

const select = { select: "Select a platform" };

/** The chain in the order in which the stream passes it on; `sure` once the consequences were read. */
export const platformsForm = z
  .object({
    entry: optionalId(select),
    second: optionalId(select),
    third: optionalId(select),
    sure: tick(),
  })
  .superRefine(({ entry, second, third }, context) => {
    const given = { entry, second, third };
    const again = (["second", "third"] as const).find(
      (name) => given[name] !== null && Object.values(given).filter((id) => id === given[name]).length > 1,
    );
    if (again) context.addIssue({ code: "custom", path: [again], message: "Select each platform only once" });
  })
  .transform(({ entry, second, third, sure }) => ({
    modeIds: [entry, second, third].filter((id) => id !== null),
    sure,
  }));

export const platformsLabels = {
  entry: "Where young people join",
  second: "Passed on to",
  third: "And from there to",
};

export function platformsDefaults({ platforms }: Session): FormValues {
  const [entry, second, third] = platforms.map(({ modeId }) => modeId);
  return { entry: entry ?? "", second: second ?? "", third: third ?? "" };
}
