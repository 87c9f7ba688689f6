import type { PlatformWhatIf } from "~/domain/session/platform-what-if";
import { platformsForm } from "~/forms/platforms-form";
import { WarningText } from "./callout";
import { ConfirmPage } from "./confirm-page";

type Props = PlatformWhatIf & {
  title: string;
  back: string;
  modeIds: string[];
  version: number;
};

const places = ["entry", "second", "third"];

/** Shown before a change of platform that undoes something, and only then. */
export function PlatformInterruption({ endsSignOff, again, problems, title, back, modeIds, version }: Props) {
  return (
    <ConfirmPage
      schema={platformsForm}
      caption={title}
      title="Change the platform?"
      confirm="Change the platform"
      destructive
      back={{ to: back, text: "Keep it as it is" }}
      version={version}
      fields={
        <>
          {modeIds.map((id, at) => (
            <input key={id} type="hidden" name={places[at]} value={id} />
          ))}
          <input type="hidden" name="sure" value="yes" />
        </>
      }
    >
      {endsSignOff ? (
        <WarningText>
          The sign-off will lapse. The session has to be marked ready and signed off again.
        </WarningText>
      ) : null}
      <Listed heading="To do again" items={again} />
      <Listed heading="Newly in the way" items={problems} />
    </ConfirmPage>
  );
}

function Listed({ heading, items }: { heading: string; items: string[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-s">{heading}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}
