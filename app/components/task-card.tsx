import type { HomeTask } from "./home-tasks";
import { Card } from "./card";
import { StatusTag } from "./status-tag";
import { TextLink } from "./text-link";

/** A session that asks something of the reader. */
export function TaskCard({ task }: { task: HomeTask }) {
  const { title, status, line, ask, step } = task;
  return (
    <Card title={title} tag={<StatusTag status={status} />}>
      <p className="app-card__line">{line}</p>
      <p className="govuk-body">{ask}</p>
      <TextLink to={step.to} about={`: ${title}`}>
        {step.text}
      </TextLink>
    </Card>
  );
}
