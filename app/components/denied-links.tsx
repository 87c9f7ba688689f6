import { countOf } from "~/domain/time/words";
import { TextLink } from "./text-link";

export type DeniedLinksProps = {
  /** Names of the people who have no other link. */
  unasked: string[];
  /** Whoever has answers on record that came through such a link and that they have not answered anew. */
  doubted: { code: string; name: string; count: number; lastAt: string; recordAt: string }[];
};

/** What became of links that somebody who opened them said were not for them. */
export function DeniedLinks({ unasked, doubted }: DeniedLinksProps) {
  return (
    <>
      {unasked.length > 0 ? (
        <p className="govuk-inset-text">
          Somebody who opened the link said that they are not this person:{" "}
          <strong>{unasked.join(", ")}</strong>. Their link has ended. Check that a new one reaches them.
        </p>
      ) : null}
      {doubted.length > 0 ? (
        <div className="govuk-inset-text">
          <p className="govuk-body">
            Answers came through a link before somebody said that it is not for them. They count as they are.
            Ask each person whether they gave them, and record what they say.
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {doubted.map(({ code, name, count, lastAt, recordAt }) => (
              <li key={code}>
                <strong>{name}</strong>: {countOf(count, "answer")}, the last on {lastAt}.{" "}
                <TextLink to={recordAt} about={`(${code})`}>
                  Record what they say
                </TextLink>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
