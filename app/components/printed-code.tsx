import { useEffect } from "react";
import { paths } from "~/paths";
import { BackLink } from "./back-link";
import { LinkButton } from "./button";
import { WarningText } from "./callout";
import { PageHeading } from "./page-heading";

type PrintedCodeProps = {
  code: string;
  name: string;
  organisation: string;
  /** The address that people type. */
  origin: string;
  purpose: keyof typeof words;
};

const words = {
  invitation: { within: "seven days", then: "Choose a password, and tell whoever gave you this paper." },
  reset: { within: "a day", then: "Choose a new password, and sign in with it." },
};

/** A code on a page of its own, to be printed or copied by hand: it is shown this once. */
export function PrintedCode({ code, name, organisation, origin, purpose }: PrintedCodeProps) {
  useEffect(() => document.getElementById("main")?.focus(), []);
  return (
    <>
      <BackLink to={paths.users}>Users and roles</BackLink>
      <PageHeading caption={organisation} title={`A code for ${name}`} />
      <p className="app-paper-code">{code}</p>
      <ol className="govuk-list govuk-list--number">
        <li>
          Open <strong>{origin + paths.code}</strong>
        </li>
        <li>Enter the code. It works once, within {words[purpose].within}.</li>
        <li>{words[purpose].then}</li>
      </ol>
      <div className="app-no-print">
        <WarningText>Print or copy it now: it is not shown again. Give it to nobody else.</WarningText>
        {purpose === "invitation" ? (
          <p className="govuk-body">
            When {name} has used it, you find them under Users and roles. Confirm them when you see that it is
            them.
          </p>
        ) : null}
        <LinkButton to={paths.users}>Done</LinkButton>
      </div>
    </>
  );
}
