import { scopeHeadings } from "~/domain/consent/words";
import type { ConsentScope } from "~/domain/record/fields";
import { YesNo } from "./radios";

export type AskedQuestion = {
  scope: ConsentScope;
  /** The exact words; null where the organisation has none. */
  words: string | null;
  /** What they read first; empty where there is none. */
  short: string;
  /** The same with what is told beside them, as it is sent back with the answer. */
  asked: string | null;
  tell: string[];
  /** What is on record, in sentences. */
  onRecord: string[];
};

/** Each question with its exact words, what to tell beside them, and what is on record. Nothing is chosen beforehand. */
export function ConsentQuestions({ questions }: { questions: AskedQuestion[] }) {
  return (
    <>
      {questions.map(({ scope, words, short, asked, tell, onRecord }) =>
        words === null || asked === null ? null : (
          <div key={scope}>
            <input type="hidden" name={`asked.${scope}`} value={asked} />
            <YesNo
              name={`answers.${scope}`}
              label={
                <>
                  {scopeHeadings[scope]}
                  <span className="app-words">{`“${[short, words].filter(Boolean).join(" ")}”`}</span>
                </>
              }
              hint={
                tell.length + onRecord.length > 0 ? (
                  <>
                    {tell.length > 0 ? `Tell them: ${tell.join(" ")}` : null}
                    {onRecord.map((answer) => (
                      <span key={answer} className="app-answer">
                        {`On record: ${answer}`}
                      </span>
                    ))}
                  </>
                ) : null
              }
            />
          </div>
        ),
      )}
    </>
  );
}
