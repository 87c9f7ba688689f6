import { whyNotSent } from "~/domain/consent/contact";
import type { ContactState } from "~/domain/consent/contact";
import type { MailState } from "~/domain/mail-state";
import { Details } from "./details";
import { EmailAddress } from "./email-address";
import { mailStateHints, mailStateWords } from "./mail-words";
import { OwnLinkDeed } from "./own-link-deed";
import { Tag } from "./tag";
import { TextLink } from "./text-link";

export type OwnLinkReachProps = {
  requestId: string;
  code: string;
  /** What to send from the organisation's own phone or account. */
  text: string;
  /** Null where none is recorded that the reader may see. */
  contact: { address: string | null; state: ContactState } | null;
  mail: MailState | null;
  /** Where an address is recorded; null where this Greenroom sends no mail. */
  contactPage: string | null;
};

/** Where somebody has to do something about a mail, what can be done is open. */
const needsLooking: Partial<Record<MailState, true>> = { may_not_have_left: true, refused: true };
const ON_ITS_WAY: MailState[] = ["waiting", "not_sent_yet", "leaving"];

/** How one young person's link reaches them: as a text from the organisation's own phone, or by email where that is safe. */
export function OwnLinkReach({ requestId, code, text, contact, mail, contactPage }: OwnLinkReachProps) {
  return (
    <Details summary={`Send it to ${code}, or tell them again`} open={mail !== null && mail in needsLooking}>
      <label className="govuk-label govuk-label--s" htmlFor={`text-${requestId}`}>
        Text to send from the organisation’s phone or account
      </label>
      <textarea
        className="govuk-textarea"
        id={`text-${requestId}`}
        rows={8}
        readOnly
        defaultValue={text}
        spellCheck={false}
      />
      <OwnLinkDeed
        requestId={requestId}
        what="nudge_copied"
        label="I have sent it again"
        about={`to ${code}`}
      />
      <OwnLinkDeed
        requestId={requestId}
        what="nudge_told"
        label="I have told them again"
        about={`(${code})`}
      />
      <h3 className="govuk-heading-s">By email</h3>
      {contactPage === null ? (
        <p className="govuk-body">This Greenroom sends no mail.</p>
      ) : (
        <ByEmail {...{ requestId, code, contact, mail, contactPage }} />
      )}
    </Details>
  );
}

type NothingIsSentProps = {
  requestId: string;
  code: string;
  /** Where the reader may change that contact is not safe; null where a colleague said so. */
  changeAt: string | null;
  /** Whether anything is left to answer. */
  asks: boolean;
};

/** In place of all that is sent, where contact is not safe: the link can still be shown to them. */
export function NothingIsSent({ requestId, code, changeAt, asks }: NothingIsSentProps) {
  return (
    <>
      <p className="govuk-inset-text">
        <strong>
          {changeAt
            ? "Contact is not safe for them."
            : "A colleague recorded that contact is not safe for them."}
        </strong>{" "}
        Send nothing. You can show them the link when you meet.
      </p>
      {asks ? (
        <OwnLinkDeed
          requestId={requestId}
          what="nudge_told"
          label="I have told them again"
          about={`(${code})`}
        />
      ) : null}
      {changeAt ? (
        <p className="govuk-body">
          <TextLink to={changeAt} about={`of ${code}`}>
            Change what is recorded of contact
          </TextLink>
        </p>
      ) : null}
    </>
  );
}

type ByEmailProps = Omit<OwnLinkReachProps, "text" | "contactPage"> & { contactPage: string };

function ByEmail({ requestId, code, contact, mail, contactPage }: ByEmailProps) {
  const why = contact && whyNotSent[contact.state];
  const again = mail === "sent" || mail === "may_not_have_left";
  return (
    <>
      {contact?.address ? (
        <p className="govuk-body">
          <EmailAddress>{contact.address}</EmailAddress>
        </p>
      ) : null}
      {why ? <p className="govuk-body">{why}</p> : null}
      {contact && !why && !(mail && ON_ITS_WAY.includes(mail)) ? (
        <OwnLinkDeed
          requestId={requestId}
          what="send"
          label={again ? "Send again" : "Send the link"}
          about={`to ${code} by email`}
        />
      ) : null}
      <p className="govuk-body">
        <TextLink to={contactPage} about={`of ${code}`}>
          {contact ? "Change the address" : "Record an address"}
        </TextLink>
      </p>
    </>
  );
}

/** What became of the mail with a link, for the top of its card. */
export function LinkMailState({ mail }: { mail: MailState | null }) {
  if (mail === null) return null;
  const { words, colour } = mailStateWords[mail];
  return (
    <p className="govuk-body app-no-print">
      Email: <Tag colour={colour}>{words}</Tag> {mail === "sent" ? null : mailStateHints[mail]}
    </p>
  );
}
