import { LinkButton } from "./button";
import { InsetText } from "./callout";
import { PageHeading } from "./page-heading";

/** Recovery codes, shown this once. */
export function RecoveryCodes({ codes, next }: { codes: readonly string[]; next: string }) {
  return (
    <>
      <PageHeading
        title="Keep your recovery codes"
        lead="Each works once, in place of a code from your app, when you do not have your phone."
      />
      <ul className="govuk-list app-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <InsetText>
        They are not shown again. Print this page or write them down, and keep them where you keep keys.
      </InsetText>
      <LinkButton to={next}>I have kept them</LinkButton>
    </>
  );
}
