import type { Stated } from "~/domain/session/session-statements";
import { SummaryList } from "./summary-list";

/** What everybody on the session may know of what a safeguarding lead considered: that it was, and what is arranged. */
export function LeadView({ lead, contentNote }: { lead: Stated; contentNote: Stated | null }) {
  if (lead.state === "missing") {
    return (
      <p className="govuk-body">
        The safeguarding lead has not looked yet. Only they can record this, and only that it was considered:
        nothing about anybody’s case is kept here.
      </p>
    );
  }
  const who = `${lead.by}, ${lead.on}`;
  const answers = {
    stated: `Yes. ${who}`,
    again: `${who}. Somebody was added or the topic changed since: ask them to look again.`,
    refused: `Speak to ${lead.by}: arrangements are not in place (${lead.on}).`,
  };
  const content = contentNote && {
    key: "Sensitive parts of the stream",
    value:
      contentNote.state === "missing"
        ? null
        : `${contentNote.note ?? "Looked at"} (${contentNote.by}, ${contentNote.on})`,
  };
  return (
    <SummaryList
      rows={[
        { key: "Young people with known concerns thought of", value: answers[lead.state] },
        { key: "Arrangements", value: lead.note ?? "None needed" },
        ...(content ? [content] : []),
      ]}
    />
  );
}
