import { suggestedHelpLines } from "~/domain/defaults/help-lines";
import { dateInWords, parseDate } from "~/domain/time/words";
import { Details } from "./details";

/** Help that may be named in a briefing. */
export function HelpLines() {
  return (
    <Details summary="Help lines that you could name in your briefing">
      <ul className="govuk-list govuk-list--bullet">
        {suggestedHelpLines.map(({ name, forWhom, number, readOn }) => (
          <li key={name}>
            {name}: {number}. {forWhom}. Number as read on {dateInWords(parseDate(readOn))}: try it before you
            pass it on.
          </li>
        ))}
      </ul>
    </Details>
  );
}
