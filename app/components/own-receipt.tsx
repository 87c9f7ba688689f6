import { onlyNoes, ownAnswerWords, ownHeadings } from "~/domain/consent/own-words";
import type { OwnAnswer } from "~/domain/consent/own-place";
import type { ConsentScope } from "~/domain/record/fields";
import { paths } from "~/paths";
import { CallNow } from "./own-page";

type OwnReceiptProps = {
  state: "asks" | "narrows" | "cancelled" | "over";
  said: "saved" | "changed" | null;
  /** Of what they have just answered, the questions to which their yes was not taken. */
  left: ConsentScope[];
  title: string;
  when: string;
  /** A number to call while the session is on. */
  call: string | null;
  answers: (Pick<OwnAnswer, "scope" | "counts"> & { until: string | null })[];
  canChange: boolean;
  proposed: { name: string; accepted: boolean | null } | null;
  /** Whether they are on a device that goes on to somebody else. */
  here: boolean;
  /** The question with which answering once more begins. */
  first: ConsentScope;
};

const headings = {
  saved: "We have saved your answers",
  partly: "We have saved some of your answers",
  changed: "You have changed your mind",
};

/** What a young person has agreed to, and how they change it. */
export function OwnReceipt(props: OwnReceiptProps) {
  const { state, said, left, title, when, call, answers, proposed } = props;
  return (
    <>
      <h1>{said ? headings[left.length > 0 ? "partly" : said] : "Your answers"}</h1>
      {left.length > 0 ? <NotTaken scopes={left} mayAsk={state === "asks"} /> : null}
      {said === "changed" ? <p>That is fine. You do not have to say why.</p> : null}
      <CallNow number={call} />
      <p>
        <strong>{title}</strong>
        <br />
        {when}
      </p>
      <dl className="answers">
        {answers.map(({ scope, counts, until }) => (
          <div key={scope}>
            <dt>{ownHeadings[scope]}</dt>
            <dd>{standing(counts, left.includes(scope))}</dd>
            {until && counts === "yes" ? <dd>{until}</dd> : null}
            {counts === null && state === "narrows" ? (
              <dd>
                <a href={paths.ownQuestion(scope)}>Say no: {ownHeadings[scope].toLowerCase()}</a>
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
      {proposed ? <ProposedName {...proposed} mayAsk={state === "asks"} /> : null}
      {state === "over" ? <p>There is nothing more to say no to.</p> : <HowToChange {...props} />}
    </>
  );
}

/** `left`: the yes that they have just given was not taken, so that one that stands is older. */
function standing(counts: OwnAnswer["counts"], left: boolean): string {
  if (counts === null) return "You have not answered.";
  return left && counts === "yes" ? "Yes, from before." : `${ownAnswerWords[counts]}.`;
}

function HowToChange({
  state,
  here,
  canChange,
  first,
}: Pick<OwnReceiptProps, "state" | "here" | "canChange" | "first">) {
  return (
    <>
      <h2>Do you want to change something?</h2>
      <p>
        {here
          ? "You can change your mind at any time. Tell us, on any day."
          : "You can change your mind at any time. Open the same link again, or tell us."}
      </p>
      {canChange ? (
        <a className="button" href={paths.ownChange}>
          Change my mind
        </a>
      ) : null}
      {state === "asks" ? (
        <p>
          <a href={paths.ownQuestion(first)}>Answer the questions again</a>
        </p>
      ) : (
        <p>You can only say no now.</p>
      )}
    </>
  );
}

function NotTaken({ scopes, mayAsk }: { scopes: ConsentScope[]; mayAsk: boolean }) {
  return (
    <>
      {mayAsk ? null : <p>{onlyNoes}</p>}
      <p>
        We did not save your yes to these. {mayAsk ? "Something changed after you opened the page." : null}
      </p>
      <ul>
        {scopes.map((scope) => (
          <li key={scope}>
            {mayAsk ? (
              <a href={paths.ownQuestion(scope)}>Answer again: {ownHeadings[scope]}</a>
            ) : (
              ownHeadings[scope]
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function ProposedName({
  name,
  accepted,
  mayAsk,
}: {
  name: string;
  accepted: boolean | null;
  mayAsk: boolean;
}) {
  if (accepted) return <p>Your made-up name is {name}.</p>;
  if (accepted === null) return <p>You chose the name {name}. A worker looks at it first.</p>;
  return (
    <p>
      {name}: please choose another.{" "}
      {mayAsk ? <a href={paths.ownQuestion("name_shown")}>Choose another name</a> : null}
    </p>
  );
}
