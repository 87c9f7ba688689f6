import { ownHeadings, sentencesOf } from "~/domain/consent/own-words";
import type { ShortVersion } from "~/domain/consent/short-version";
import type { ConsentScope } from "~/domain/record/fields";
import { OwnPicture, pictureOf, ShortLines } from "./own-picture";

export type AskedWords = { words: string; short: ShortVersion | null };
type Props = AskedWords & { scope: ConsentScope; caption: string };

/** A question as a young person sees it on a phone, drawn for staff: nothing of it can be pressed. */
export function OwnQuestionPreview({ scope, words, short, caption }: Props) {
  return (
    <figure className="app-own-preview">
      <figcaption className="govuk-body">{caption}</figcaption>
      <div className="app-own-preview__page">
        <p className="app-own-preview__title app-own-preview__asked">
          <OwnPicture name={pictureOf[scope]} />
          {ownHeadings[scope]}
        </p>
        {short ? <ShortLines short={short} /> : null}
        {sentencesOf(words).map((sentence, at) => (
          <p key={`${at} ${sentence}`} className="govuk-body">
            {sentence.endsWith("?") ? <strong>{sentence}</strong> : sentence}
          </p>
        ))}
        <p className="app-own-preview__answers" aria-hidden="true">
          <span>Yes</span>
          <span>No</span>
        </p>
      </div>
    </figure>
  );
}
