import { progressWords, type LinkProgress } from "~/domain/consent/own-link-progress";
import { linkForm, type LinkDeed } from "~/forms/ask-for-answers-form";
import { Button } from "./button";
import { Details } from "./details";
import { QrCode } from "./qr-code";
import { SchemaForm } from "./schema-form";
import { TextLink } from "./text-link";
import { Tag, type TagColour } from "./tag";

type OwnLinkCardProps = {
  requestId: string;
  name: string;
  code: string;
  progress: LinkProgress;
  /** A date in words. */
  askedOn: string;
  /** A name that they would like to be shown by and that nobody has looked at yet. */
  proposedName: string | null;
  /** Null where day and month of birth open the link. */
  word: string | null;
  /** Where another word is agreed; null once they have opened the link. */
  changeWordAt: string | null;
  /** Null where the link does not open any more. */
  address: string | null;
};

const colours: Record<LinkProgress, TagColour> = {
  locked: "red",
  broken: "red",
  answered: "green",
  overdue: "yellow",
  opened: "blue",
  asked: "grey",
};

const more: Partial<Record<LinkProgress, string>> = {
  locked: "Five wrong tries. Speak with them before you open it again.",
  broken: "The server’s secret has changed since. Make a new link.",
};

/** One young person's link, on the screen and on paper. On paper it names nobody: the code alone says whose it is. */
export function OwnLinkCard({
  requestId,
  name,
  code,
  progress,
  askedOn,
  proposedName,
  word,
  changeWordAt,
  address,
}: OwnLinkCardProps) {
  return (
    <li className="app-own-link">
      <div className="app-own-link__words">
        <h2 className="govuk-heading-m">
          <span className="app-own-link__code">{code}</span>
          {name === code ? null : <span className="app-no-print"> {name}</span>}
        </h2>
        <p className="govuk-body app-no-print">
          <Tag colour={colours[progress]}>{progressWords[progress]}</Tag> Link made on {askedOn}
        </p>
        {more[progress] ? <p className="govuk-body app-no-print">{more[progress]}</p> : null}
        <p className="govuk-body app-no-print">
          {word === null ? (
            "Opens with their day and month of birth."
          ) : (
            <>
              Their word: <strong>{word}</strong>
              {changeWordAt ? (
                <>
                  {" · "}
                  <TextLink to={changeWordAt} about={`of ${code}`}>
                    Agree another word
                  </TextLink>
                </>
              ) : null}
            </>
          )}
        </p>
        {proposedName === null ? null : (
          <div className="app-no-print">
            <p className="govuk-body">
              Would like to be shown as <strong>{proposedName}</strong>. Does it tell nobody who they are?
            </p>
            <Act requestId={requestId} what="accept_name" label={`Show ${code} by this name`} />
            <Act requestId={requestId} what="refuse_name" label={`Ask ${code} for another name`} />
          </div>
        )}
        {address ? <p className="govuk-body app-own-link__address">{address}</p> : null}
        <div className="app-no-print">
          <Details summary={progress === "locked" ? "Open it again, or take it back" : "Take it back"}>
            {progress === "locked" ? (
              <Act requestId={requestId} what="unlock" label={`Open ${name}’s link again`} />
            ) : null}
            <Act requestId={requestId} what="take_back" label={`Take ${name}’s link back`} />
          </Details>
        </div>
      </div>
      {address ? <QrCode text={address} label={`QR code of the link for ${code}`} /> : null}
    </li>
  );
}

function Act({ requestId, what, label }: { requestId: string; what: LinkDeed; label: string }) {
  return (
    <SchemaForm schema={linkForm} name={`${what} ${requestId}`}>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="what" value={what} />
      <Button kind={what === "take_back" ? "warning" : "secondary"}>{label}</Button>
    </SchemaForm>
  );
}
