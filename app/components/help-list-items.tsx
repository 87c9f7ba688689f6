import { callWords, EMERGENCY, toCall, type HelpList } from "~/domain/consent/help-list";

/** Whom a young person may call, as items of a list. One touch of a number is enough. */
export function HelpListItems({ list }: { list: HelpList }) {
  return (
    <>
      {toCall(list).map((line) => {
        const { before, after } = callWords(line);
        return (
          <li key={`${line.name} ${line.telephone}`}>
            {before} <Telephone number={line.telephone} />.{after}
          </li>
        );
      })}
      <li>
        Are you in danger now? Call <Telephone number={EMERGENCY} />.
      </li>
    </>
  );
}

/** A number to call, of which one touch is enough. */
export function Telephone({ number }: { number: string }) {
  return (
    <a className="govuk-link" href={`tel:${number.replaceAll(/[^\d+]/g, "")}`}>
      {number}
    </a>
  );
}
