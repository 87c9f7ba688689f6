import type { NameAdvice } from "~/domain/identity/name-advice";
import { InsetText, WarningText } from "./callout";
import { Tick } from "./checkboxes";

/** What the name guard says, and the tick that sets a warning aside for this very name. */
export function NameAdviceNote({ advice, name }: { advice: NameAdvice; name: string }) {
  if (advice.blocks) {
    return (
      <WarningText>
        {`“${name}” may say who they are. ${advice.found.join(" ")} Choose another name.`}
      </WarningText>
    );
  }
  return (
    <InsetText>
      <p>{`“${name}” may say who they are. ${advice.found.join(" ")}`}</p>
      {advice.confirmed ? (
        <p>Somebody has looked at this name and found that it does not identify them.</p>
      ) : (
        <Tick name="looked" label="I have looked: it does not identify them" />
      )}
    </InsetText>
  );
}
