import { useEffect, useState } from "react";
import { useField } from "~/forms/form-context";
import { readingAdvice, readingFigures, type ReadingFigures } from "~/forms/reading-figures";
import { textOf } from "./form-group";

/** How easy a text area's words are to read, as they are typed where scripts run. */
export function ReadingNote({ name }: { name: string }) {
  const field = useField(name);
  const { id } = field;
  const [text, setText] = useState(textOf(field));
  useEffect(() => {
    const area = document.getElementById(id);
    if (!(area instanceof HTMLTextAreaElement)) return;
    const read = () => setText(area.value);
    read();
    area.addEventListener("input", read);
    return () => area.removeEventListener("input", read);
  }, [id]);
  return <ReadingList figures={readingFigures(text)} />;
}

/** The figures of a text, with what would make it easier. */
export function ReadingList({ figures }: { figures: ReadingFigures }) {
  const advice = readingAdvice(figures);
  return (
    <div className="app-reading">
      <p className="govuk-body-s">{readingWords(figures)}</p>
      {advice.map((line) => (
        <p key={line} className="govuk-body-s">
          <strong>{line}</strong>
        </p>
      ))}
    </div>
  );
}

function readingWords({ grade, average, longest }: ReadingFigures): string {
  if (grade === null) return "There is nothing to read yet.";
  return `Reading grade ${Math.max(0, grade).toFixed(1)}, at most 5 is good. Words in a sentence: ${average.toFixed(1)} on average, at most 12 is good; ${longest} in the longest, at most 20 is good.`;
}
