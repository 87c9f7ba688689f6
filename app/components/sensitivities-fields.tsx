import type { ReactNode } from "react";
import type { Session } from "~/domain/record/session";
import type { Stated } from "~/domain/session/session-statements";
import type { FormValues } from "~/forms/read-form-data";
import { sensitivitiesForm } from "~/forms/sensitivities-form";
import { Button } from "./button";
import { Checkboxes } from "./checkboxes";
import { SchemaForm } from "./schema-form";
import { StatementTick } from "./stated";
import { SummaryList } from "./summary-list";
import { TextArea } from "./text-area";
import { sentenceCase } from "~/domain/sentence-case";

type Props = {
  heading: ReactNode;
  /** What stands below the questions. */
  aside: ReactNode;
  version: number;
  defaults: FormValues;
  subjects: string[];
  considered: Stated;
};

/** What a planner records: the topic, its sensitive subjects and what is offered. Never about any one person. */
export function SensitivitiesFields({ heading, aside, version, defaults, subjects, considered }: Props) {
  return (
    <SchemaForm schema={sensitivitiesForm} defaults={defaults} version={version}>
      {heading}
      <TextArea
        name="topic"
        label="What is the session about?"
        hint="Write nothing here about any young person."
        rows={2}
      />
      <Checkboxes
        name="flags"
        label="Does it touch on any of these?"
        hint="Some subjects touch some people more than others."
        optional
        choices={subjects.map((subject) => ({
          value: subject,
          label: sentenceCase(subject),
        }))}
      />
      <TextArea
        name="adjustments"
        label="What do you offer because of that?"
        hint="For example: a note on the content beforehand, a way to leave without being asked, support afterwards."
        optional
        rows={3}
      />
      <StatementTick name="considered" kind="needs_considered" stated={considered} />
      {aside}
      <Button>Save and continue</Button>
    </SchemaForm>
  );
}

/** The same to read, for whoever does not plan the session. */
export function SensitivitiesSummary({ topic, considered }: { topic: Session["topic"]; considered: Stated }) {
  return (
    <SummaryList
      rows={[
        { key: "What it is about", value: topic?.text },
        { key: "Touches on", value: topic ? topic.flags.join(", ") || "Nothing on the list" : null },
        {
          key: "What is offered",
          value: topic?.adjustments ?? (topic?.flags.length ? null : "Nothing special"),
        },
        {
          key: "Each young person thought of",
          value: considered.state === "stated" ? `By ${considered.by} on ${considered.on}` : null,
        },
      ]}
    />
  );
}
