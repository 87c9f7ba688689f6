import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdultIssues } from "~/components/adult-issues";
import { BackLink } from "~/components/back-link";
import { LinkButton } from "~/components/button";
import { Card, Facts } from "~/components/card";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { HeroAction, PageHeading, Section } from "~/components/page-heading";
import { sessionAdults, type AssignedEntry, type RoleGroup } from "~/components/session-adults";
import { Tag } from "~/components/tag";
import { TextLink } from "~/components/text-link";
import { sessionLine } from "~/domain/session/session-line";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";

export const handle = titled("Adults and observers");

export async function loader(args: LoaderFunctionArgs) {
  const { record, readiness, mayEdit } = await requireSession(args);
  const { id, title } = record.session;
  return { id, title, line: sessionLine(record), mayEdit, ...sessionAdults(record, readiness) };
}

export default function SessionAdults() {
  const { id, title, line, mayEdit, issues, groups, reporter } = useLoaderData<typeof loader>();
  const nobody = groups.every(({ entries }) => entries.length === 0);
  return (
    <>
      <BackLink to={paths.session(id)}>{title}</BackLink>
      <PageHeading title="Adults and observers" lead={line} />
      {nobody ? (
        <EmptyState
          title="Nobody has a part in this session yet"
          action={mayEdit ? <LinkButton to={paths.addAssignment(id)}>Add an adult</LinkButton> : null}
        >
          Begin with who {groups[0]?.name === "Host" ? "hosts" : "leads your group"}, and who watches.
        </EmptyState>
      ) : (
        <>
          {mayEdit ? (
            <HeroAction>
              <LinkButton to={paths.addAssignment(id)}>Add an adult</LinkButton>
            </HeroAction>
          ) : null}
          {issues.length > 0 ? (
            <Card>
              <AdultIssues issues={issues} mayEdit={mayEdit} />
            </Card>
          ) : null}
        </>
      )}
      {groups.map((group) => (
        <Group key={group.role} group={group} sessionId={id} mayEdit={mayEdit} />
      ))}
      <Section heading="Who reports, mutes and removes">
        <Card>
          <p className="govuk-body">{reporter.name ?? "Nobody yet."}</p>
          <AdultIssues issues={reporter.issues} mayEdit={false} />
          {mayEdit && !nobody ? (
            <p className="govuk-body app-no-print">
              <TextLink to={paths.reporter(id)}>
                {reporter.name ? "Choose somebody else" : "Choose who does it"}
              </TextLink>
            </p>
          ) : null}
        </Card>
      </Section>
    </>
  );
}

function Group({ group, sessionId, mayEdit }: { group: RoleGroup; sessionId: string; mayEdit: boolean }) {
  const { role, name, does, optional, issues, entries } = group;
  return (
    <Section heading={name} id={role}>
      <p className="govuk-body app-muted">{does}</p>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} sessionId={sessionId} mayEdit={mayEdit} />
      ))}
      {entries.length === 0 && issues.length === 0 ? (
        <p className="govuk-body">{optional ? "Nobody. This is optional." : "Nobody yet."}</p>
      ) : null}
      {issues.length > 0 ? (
        <Card>
          <AdultIssues issues={issues} mayEdit={mayEdit} />
        </Card>
      ) : null}
      {mayEdit ? (
        <p className="govuk-body app-no-print">
          <TextLink to={`${paths.addAssignment(sessionId)}?role=${role}`} about={`as ${name.toLowerCase()}`}>
            {entries.length > 0 ? "Add another adult" : "Add an adult"}
          </TextLink>
        </p>
      ) : null}
    </Section>
  );
}

type EntryProps = { entry: AssignedEntry; sessionId: string; mayEdit: boolean };

function Entry({ entry: { id, name, facts, issues }, sessionId, mayEdit }: EntryProps) {
  const open = issues.some(({ kind }) => kind === "wrong" || kind === "silent");
  return (
    <Card title={name} tag={open ? null : <Tag colour="green">In place</Tag>}>
      <Facts facts={facts} />
      <AdultIssues issues={issues} mayEdit={mayEdit} />
      {mayEdit ? (
        <p className="govuk-body app-card-actions app-no-print">
          <TextLink to={paths.assignment(sessionId, id)} about={name}>
            Change
          </TextLink>
          <TextLink to={paths.removeAssignment(sessionId, id)} about={name}>
            Remove
          </TextLink>
        </p>
      ) : null}
    </Card>
  );
}
