import type { ReactNode } from "react";
import { startingHelpList, type HelpList } from "~/domain/consent/help-list";
import type { SpeakTo } from "~/domain/consent/own-place";
import { paths } from "~/paths";
import { HelpListItems, Telephone } from "./help-list-items";

export type Around = {
  /** The name that the organisation chose for strangers; null where it chose none. */
  publicName: string | null;
  /** Whom to speak to; empty before the small check, and where nobody is named. */
  speakTo: SpeakTo[];
  /** The organisation's own words about whom to tell. */
  whoToTell: string | null;
  /** Whom they can call. */
  helpList: HelpList;
  /** Whose turn it is, on a device that is handed from one to the next; null on anybody's own phone. */
  who: string | null;
};

export const nobodyKnown: Around = {
  publicName: null,
  speakTo: [],
  whoToTell: null,
  helpList: startingHelpList,
  who: null,
};

/** A young person's page: no scripts, and on every one of them whom to speak to and where there is help. */
export function OwnPage({ around, children }: { around: Around; children: ReactNode }) {
  return (
    <div className="page">
      {around.publicName ? <header className="from">{around.publicName}</header> : null}
      <main id="main">
        {around.who ? (
          <p className="turn">
            This is for <strong>{around.who}</strong>. <a href={paths.answerHere}>This is not me</a>
          </p>
        ) : null}
        {children}
      </main>
      <Help {...around} />
    </div>
  );
}

function Help({ speakTo, whoToTell, helpList }: Around) {
  return (
    <aside className="help" aria-labelledby="help">
      <h2 id="help">If you need to talk</h2>
      <ul>
        {speakTo.length === 0 ? <li>Speak to the person who gave you this.</li> : null}
        {speakTo.map(({ name, contact }) => (
          <li key={name}>
            Speak to <strong>{name}</strong>
            {contact ? `: ${contact}` : null}
          </li>
        ))}
        {whoToTell ? <li>{whoToTell}</li> : null}
        <HelpListItems list={helpList} />
      </ul>
    </aside>
  );
}

/** Whom to call while the session is on; nothing at any other time, or where no number is known. */
export function CallNow({ number }: { number: string | null }) {
  return number ? (
    <p className="told">
      The session is on now. To stop something at once, call <Telephone number={number} />.
    </p>
  ) : null;
}
