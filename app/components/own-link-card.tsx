import { progressWords, type LinkProgress } from "~/domain/consent/own-link-progress";
import type { MailState } from "~/domain/mail-state";
import { Details } from "./details";
import { OwnLinkDeed } from "./own-link-deed";
import { LinkMailState, NothingIsSent, OwnLinkReach, type OwnLinkReachProps } from "./own-link-reach";
import { QrCode } from "./qr-code";
import { TextLink } from "./text-link";
import { Tag, type TagColour } from "./tag";

export type OwnLinkCardProps = {
  requestId: string;
  name: string;
  code: string;
  progress: LinkProgress;
  /** A date in words. */
  askedOn: string;
  /** When somebody first passed the small check, a date in words; null while nobody has. */
  openedOn: string | null;
  /** A name that they would like to be shown by and that nobody has looked at yet. */
  proposedName: string | null;
  /** Null where day and month of birth open the link. */
  word: string | null;
  /** Where another word is agreed; null once they have opened the link. */
  changeWordAt: string | null;
  /** Null where the link does not open any more, and where no phone can open one. */
  address: string | null;
  /** When they were told again, and how; null while they were not. */
  nudgedOn: string | null;
  /** What became of the newest mail with their link. */
  mail: MailState | null;
  /** Where anybody recorded that contact is not safe; `changeAt`: where the reader may change that, or null. */
  notSafe: { changeAt: string | null } | null;
  /** How the link can be sent; null where nothing is asked any more. */
  reach: Pick<OwnLinkReachProps, "text" | "contact" | "contactPage"> | null;
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
  openedOn,
  proposedName,
  word,
  changeWordAt,
  address,
  nudgedOn,
  mail,
  notSafe,
  reach,
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
          {openedOn ? `, opened on ${openedOn}` : ""}
        </p>
        {nudgedOn ? <p className="govuk-body app-no-print">{nudgedOn}</p> : null}
        <LinkMailState mail={mail} />
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
            <OwnLinkDeed requestId={requestId} what="accept_name" label={`Show ${code} by this name`} />
            <OwnLinkDeed requestId={requestId} what="refuse_name" label={`Ask ${code} for another name`} />
          </div>
        )}
        {address ? <p className="govuk-body app-own-link__address">{address}</p> : null}
        <div className="app-no-print">
          {notSafe ? (
            <NothingIsSent {...{ requestId, code, ...notSafe }} asks={reach !== null} />
          ) : reach ? (
            <OwnLinkReach {...{ requestId, code, mail, ...reach }} />
          ) : null}
          <Details summary={progress === "locked" ? "Open it again, or take it back" : "Take it back"}>
            {progress === "locked" ? (
              <OwnLinkDeed requestId={requestId} what="unlock" label={`Open ${name}’s link again`} />
            ) : null}
            <OwnLinkDeed requestId={requestId} what="take_back" label={`Take ${name}’s link back`} />
          </Details>
        </div>
      </div>
      {address ? <QrCode text={address} label={`QR code of the link for ${code}`} /> : null}
    </li>
  );
}
