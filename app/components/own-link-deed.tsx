import { linkForm, type LinkDeed } from "~/forms/ask-for-answers-form";
import { Button } from "./button";
import { SchemaForm } from "./schema-form";

type OwnLinkDeedProps = {
  requestId: string;
  what: LinkDeed;
  label: string;
  /** What a screen reader adds, where the label alone does not say whose link it is. */
  about?: string;
};

/** One thing that a worker does with one link: a form of its own. */
export function OwnLinkDeed({ requestId, what, label, about }: OwnLinkDeedProps) {
  return (
    <SchemaForm schema={linkForm} name={`${what} ${requestId}`}>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="what" value={what} />
      <Button kind={what === "take_back" ? "warning" : "secondary"}>
        {label}
        {about ? <span className="govuk-visually-hidden"> {about}</span> : null}
      </Button>
    </SchemaForm>
  );
}
