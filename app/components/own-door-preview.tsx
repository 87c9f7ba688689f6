import { givenBy } from "~/domain/consent/own-words";

/** What somebody sees of a young person's link before its small check, drawn for staff: nothing of it can be pressed. */
export function OwnDoorPreview({ publicName }: { publicName: string | null }) {
  return (
    <figure className="app-own-preview">
      <figcaption className="govuk-body">What a link shows before its small check</figcaption>
      <div className="app-own-preview__page">
        {publicName ? <p className="app-own-preview__from">{publicName}</p> : null}
        <p className="app-own-preview__title">Is this link for you?</p>
        <p className="govuk-body">{givenBy(publicName)}</p>
      </div>
    </figure>
  );
}
