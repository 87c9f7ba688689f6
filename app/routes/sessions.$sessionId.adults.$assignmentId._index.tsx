import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { Tick } from "~/components/checkboxes";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { Radios, YesNo } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { TextField, TimeField } from "~/components/text-field";
import { assignmentQuestions } from "~/domain/people/assignment-questions";
import { roleWords } from "~/domain/people/role-words";
import { sessionLine } from "~/domain/session/session-line";
import {
  assignmentDefaults,
  assignmentDetails,
  assignmentForm,
  assignmentLabels,
  assignmentWords,
} from "~/forms/assignment-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerEdit } from "~/http/answer.server";
import { requireAssignment } from "~/http/assignment-page.server";
import { paths } from "~/paths";
import { changeAssignment } from "~/services/change-assignment.server";

type Shown = { name: string; roleName: string };

export const handle = titled<Shown>(({ name, roleName }) => `${name}, ${roleName.toLowerCase()}`);

export async function loader(args: LoaderFunctionArgs) {
  const { record, version, assignment, name } = await requireAssignment(args);
  const { session } = record;
  return {
    id: session.id,
    title: session.title,
    line: sessionLine(record),
    version,
    name,
    roleName: roleWords(assignment.role, session.kind).name,
    asked: assignmentQuestions(assignment.role),
    defaults: assignmentDefaults(assignment, session),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId, record, assignment } = await requireAssignment(args);
  const form = await parseForm(assignmentForm, args.request);
  if (!form.ok) return rejected(form);
  const details = assignmentDetails(form.data, record.session);
  const submission = { id: form.submissionId, content: form.data };
  const options = { version: form.version, submission };
  const outcome = await changeAssignment(actor, sessionId, assignment.id, details, options);
  return answerEdit(form, outcome, {
    to: paths.sessionAdults(sessionId),
    labels: assignmentLabels,
    words: assignmentWords,
    reload: async () => {
      const stored = await requireAssignment(args);
      const defaults = assignmentDefaults(stored.assignment, stored.record.session);
      return { defaults, version: stored.version };
    },
  });
}

export default function AssignmentPage() {
  const { id, title, line, version, name, roleName, asked, defaults } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.sessionAdults(id)}>Adults and observers</BackLink>
      <SchemaForm schema={assignmentForm} defaults={defaults} version={version}>
        <PageHeading caption={`${roleName}, ${title}`} title={name} lead={line} />
        <Tick name="confirmed" label={`${name} has said that they will do this`} />
        {asked.present ? (
          <YesNo name="present" label={`Will ${name} be there from beginning to end?`} />
        ) : null}
        {asked.contact ? (
          <TextField
            name="contact"
            label={
              asked.reachable
                ? `How can ${name} be reached?`
                : `How do young people reach ${name}, during and after?`
            }
            hint="For example, a telephone number of the organisation."
          />
        ) : null}
        {asked.reachable ? (
          <>
            <TimeField
              name="reachableFrom"
              label="From when?"
              hint="Before the session starts. For example, 5:30pm"
            />
            <TimeField
              name="reachableTo"
              label="Until when?"
              hint="After the session ends. For example, 8pm"
            />
          </>
        ) : null}
        {asked.device ? <DeviceQuestion name={name} /> : null}
        <Button>Save and continue</Button>
      </SchemaForm>
    </>
  );
}

function DeviceQuestion({ name }: { name: string }) {
  return (
    <Radios
      name="device"
      label={`Which device does ${name} use?`}
      hint="The NSPCC advises devices of the organisation where possible."
      choices={[
        { value: "organisation", label: "The organisation's" },
        {
          value: "personal",
          label: "Their own",
          hint: "Whoever signs the session off has to agree.",
          reveal: (
            <>
              <TextField name="authorisedBy" label="Who authorised it?" spellCheck={false} />
              <TextField name="reason" label="Why is there no other way?" />
            </>
          ),
        },
      ]}
    />
  );
}
