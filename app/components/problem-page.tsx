import { LinkButton } from "./button";
import { PageHeading } from "./page-heading";
import { problemOf, UNANSWERED } from "./problem";
import { Answered, SendAgain } from "./send-again";
import { TextLink } from "./text-link";

type ProblemPageProps = {
  status: number;
  /** Names the request in the log, so that whoever looks after Greenroom can find it. */
  requestId?: string | null;
  /** A sentence of our own that says more than the status does. */
  detail?: string | null;
};

/** What a person sees when a page cannot be shown: what happened, what was saved, and a way back. */
export function ProblemPage({ status, requestId = null, detail = null }: ProblemPageProps) {
  const { title, text } = problemOf(status);
  return (
    <div className="app-narrow">
      <PageHeading title={title} />
      <p className="govuk-body">{detail ?? text}</p>
      {status === UNANSWERED || status === 429 || status >= 500 ? <SendAgain /> : <Answered />}
      {status === 401 ? (
        <LinkButton to="/sign-in">Sign in</LinkButton>
      ) : (
        <p className="govuk-body">
          <TextLink to="/" reload>
            Go to your tasks
          </TextLink>
        </p>
      )}
      {requestId && status >= 500 ? (
        <p className="govuk-body app-muted">
          If you tell someone about this, give them this reference: <strong>{requestId}</strong>
        </p>
      ) : null}
    </div>
  );
}
