import type { Readiness } from "~/domain/readiness/result";
import type { ListedFacts } from "~/domain/record/schema";
import { sessionLine } from "~/domain/session/session-line";
import type { SessionStatus } from "~/domain/session/status";
import { paths } from "~/paths";
import { Card } from "./card";
import { StatusTag } from "./status-tag";

export type ListedCard = {
  id: string;
  title: string;
  reference: string;
  line: string;
  status: SessionStatus;
  /** How much of what is required is in place, for the time of the session. */
  inPlace: string;
};

type Judged = { record: ListedFacts; status: SessionStatus; readiness: Readiness };

export function sessionCard({ record, status, readiness }: Judged): ListedCard {
  const { id, title, reference } = record.session;
  const left = readiness.requirements.filter(
    ({ status }) => status === "not_met" || status === "not_answered",
  );
  const all = readiness.requirements.length;
  return {
    id,
    title,
    reference,
    line: sessionLine(record),
    status,
    inPlace: `${all - left.length} of ${all} requirements in place`,
  };
}

/** A session in a list: what it is, when, where it stands and how far it is. The whole card leads to it. */
export function SessionCard({ session }: { session: ListedCard }) {
  const { id, title, reference, line, status, inPlace } = session;
  return (
    <Card title={title} to={paths.session(id)} level={2} tag={<StatusTag status={status} />}>
      <p className="app-card__line">{line}</p>
      <p className="app-card__line app-muted">
        {reference} · {inPlace}
      </p>
    </Card>
  );
}
