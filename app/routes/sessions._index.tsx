import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { StatusTag } from "~/components/status-tag";
import { TextLink } from "~/components/text-link";
import { listSessionsFor } from "~/data/session-page.server";
import { may } from "~/domain/permissions";
import { sessionLine } from "~/domain/session/session-line";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";

export const handle = titled("Sessions");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args);
  const sessions = await listSessionsFor(actor);
  return {
    mayPlan: may(actor, "session.plan"),
    sessions: sessions.map(({ record, status }) => ({
      id: record.session.id,
      title: record.session.title,
      line: sessionLine(record),
      status,
    })),
  };
}

export default function Sessions() {
  const { sessions, mayPlan } = useLoaderData<typeof loader>();
  const plan = mayPlan ? <LinkButton to={paths.newSession}>Plan a session</LinkButton> : null;
  return (
    <>
      <PageHeading title="Sessions" />
      {sessions.length === 0 ? (
        <EmptyState title="No sessions yet" action={plan}>
          Make a draft, see what is missing, have it signed off.
        </EmptyState>
      ) : (
        <>
          {plan}
          <ul className="govuk-list">
            {sessions.map(({ id, title, line, status }) => (
              <li key={id} className="app-card">
                <h2 className="govuk-heading-m">
                  <TextLink to={paths.session(id)}>{title}</TextLink>
                </h2>
                <StatusTag status={status} />
                <p className="govuk-body">{line}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
