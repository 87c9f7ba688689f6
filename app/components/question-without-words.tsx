import { WarningText } from "./callout";

/** Stands where a question of the session cannot be asked, because nobody has written it yet. */
export function QuestionWithoutWords() {
  return (
    <WarningText>
      A question has no words yet. An administrator writes them under Settings, Wording.
    </WarningText>
  );
}
