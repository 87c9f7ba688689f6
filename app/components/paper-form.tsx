import { helpInWords, type HelpList } from "~/domain/consent/help-list";
import { ownHeadings } from "~/domain/consent/own-words";
import type { PaperSheet } from "./paper-form-sheets";

/** What the organisation says for itself; null where it has no words of its own. */
type Around = { publicName: string | null; whoToTell: string | null; helpList: HelpList };
type PaperFormProps = { sheet: PaperSheet; around: Around };

const alsoAskedWords: Record<PaperSheet["alsoAsked"], string> = {
  parent: "We also ask your parent or carer. Your own no always counts.",
  nobody: "We ask only you.",
  not_known: "We may also ask your parent or carer. Your own no always counts.",
};

/** One young person's questions on one sheet of paper. It opens nothing, and names nobody unless staff asked for it. */
export function PaperForm({ sheet, around }: PaperFormProps) {
  const { reference, session, when, title, name, born, questions, mark, alsoAsked } = sheet;
  return (
    <section className="app-paper-form" aria-label={`Form ${reference}`}>
      <header className="app-paper-form__head">
        <p>{around.publicName ?? ""}</p>
        <p>
          Session <strong>{session}</strong>
        </p>
        <p>
          Reference <strong className="app-paper-form__reference">{reference}</strong>
        </p>
      </header>
      <h2>What do you want?</h2>
      <p>
        {title ? <strong>{`${title}. `}</strong> : null}
        {when}.{name ? ` This form is for ${name}.` : null}
        {born ? ` Born on ${born}.` : null}
      </p>
      <p>
        You choose. Put a tick in one box for each question. No is fine, and you do not have to say why. Is
        your first answer no? Then stop there. {alsoAskedWords[alsoAsked]}
      </p>
      <ol className="app-paper-form__questions">
        {questions.map(({ scope, words, short, tell }) => (
          <li key={scope}>
            <div>
              <h3>{ownHeadings[scope]}</h3>
              <p>{[...short, words, ...tell].join(" ")}</p>
            </div>
            <p className="app-paper-form__boxes">
              <span>Yes</span>
              <span>No</span>
            </p>
          </li>
        ))}
      </ol>
      <PaperHelp sheet={sheet} around={around} />
      <footer className="app-paper-form__foot">
        <p>Today’s date: ____________________</p>
        <p>Give this form back to the person who gave it to you.</p>
        <p>
          Words <strong>{mark}</strong>
        </p>
      </footer>
    </section>
  );
}

function PaperHelp({ sheet: { speakTo, reference }, around: { whoToTell, helpList } }: PaperFormProps) {
  return (
    <div className="app-paper-form__help">
      <div>
        <h3>Do you want to change something?</h3>
        <p>
          You can change your mind at any time. Tell {speakTo[0]?.name ?? "us"} or any worker. You do not have
          to say why. Your reference is {reference}.
        </p>
      </div>
      <div>
        <h3>If you need to talk</h3>
        <p>
          {speakTo.map(({ name, contact }) => `Speak to ${name}${contact ? `: ${contact}` : ""}. `).join("")}
          {whoToTell ? `${whoToTell} ` : null}
          {helpInWords(helpList)}
        </p>
      </div>
    </div>
  );
}
