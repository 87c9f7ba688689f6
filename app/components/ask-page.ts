import { holdsDayOfBirth, whoCanHaveLinks } from "~/domain/consent/own-link";
import { consentRows } from "~/domain/consent/matrix";
import { toAsk } from "~/domain/consent/to-ask";
import { scopeHeadings } from "~/domain/consent/words";
import type { Readiness } from "~/domain/readiness/result";
import type { View } from "~/domain/readiness/view";
import type { ConsentScope } from "~/domain/record/fields";
import { listInWords } from "~/domain/time/words";

/** What the page on which young people are asked by link shows. `linked`: who has an open link. */
export function askPage(
  view: View,
  readiness: Readiness,
  linked: readonly string[],
  versions: ReadonlyMap<ConsentScope, { version: number }>,
) {
  const { people: open, started } = whoCanHaveLinks(view);
  const rows = consentRows(view, readiness).filter(({ id }) => open.some((one) => one.id === id));
  const questions = toAsk(view, open).map(({ scope, codes }) => ({
    heading: scopeHeadings[scope],
    version: versions.get(scope)?.version ?? null,
    whom: codes && listInWords(codes),
  }));
  return {
    started,
    people: rows.map(({ id, name, code }) => {
      const hint = [...(name === code ? [] : [code]), ...(linked.includes(id) ? ["has a link"] : [])];
      return { value: id, label: name, hint: hint.length > 0 ? hint.join(" · ") : undefined };
    }),
    proposed: started
      ? []
      : rows
          .filter(({ id, cells }) => !linked.includes(id) && cells.some(({ state }) => state === "not_asked"))
          .map(({ id }) => id),
    someLinked: rows.some(({ id }) => linked.includes(id)),
    birthHeldOfAll: open.every(({ birth }) => holdsDayOfBirth(birth)),
    questions: started ? [] : questions,
    unworded: !started && questions.some(({ version }) => version === null),
  };
}
