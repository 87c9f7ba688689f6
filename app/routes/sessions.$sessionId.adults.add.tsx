import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Temporal } from "temporal-polyfill";
import { AdultFields } from "~/components/adult-fields";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { Radios } from "~/components/radios";
import { SchemaForm } from "~/components/schema-form";
import { Select } from "~/components/select";
import { listAdults } from "~/data/adults.server";
import { adultRoles, roleWords } from "~/domain/people/role-words";
import { newAssignmentForm } from "~/forms/assignment-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerRefusal, redirectAfterEdit } from "~/http/answer.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { addAssignment } from "~/services/add-assignment.server";

export const handle = titled("Add an adult");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, record } = await requireSession(args, "session.edit");
  const { id, title, kind } = record.session;
  const { adults } = await listAdults(actor, Temporal.Now.instant().toString());
  const free = adults.filter(({ adult }) => adult.stoodDownAt === null);
  return {
    id,
    title,
    kind,
    role: new URL(args.request.url).searchParams.get("role") ?? "",
    adults: free.map(({ adult }) => ({ value: adult.id, label: adult.name })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.edit");
  const form = await parseForm(newAssignmentForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await addAssignment(actor, sessionId, form.data, { submission });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  const { record } = await requireSession(args);
  const newest = record.session.assignments
    .filter(({ role }) => role === form.data.role)
    .reduce<{ id: string; addedAt: string } | null>((a, b) => (a && a.addedAt > b.addedAt ? a : b), null);
  const to = newest ? paths.assignment(sessionId, newest.id) : paths.sessionAdults(sessionId);
  return redirectAfterEdit(to, outcome.value.effect, "added");
}

export default function AddAssignment() {
  const { id, title, kind, role, adults } = useLoaderData<typeof loader>();
  const roles = adultRoles.map((each) => ({
    value: each,
    label: roleWords(each, kind).name,
    hint: roleWords(each, kind).does,
  }));
  const someKnown = adults.length > 0;
  return (
    <>
      <BackLink to={paths.sessionAdults(id)}>Adults and observers</BackLink>
      <SchemaForm schema={newAssignmentForm} defaults={{ role, who: someKnown ? "known" : "new" }}>
        <PageHeading caption={title} title="Add an adult" />
        <Radios name="role" label="What will they do?" choices={roles} />
        {someKnown ? (
          <Radios
            name="who"
            label="Who is it?"
            choices={[
              {
                value: "known",
                label: "Somebody on record",
                reveal: (
                  <Select name="adultId" label="Choose an adult" empty="Choose an adult" options={adults} />
                ),
              },
              {
                value: "new",
                label: "Somebody new",
                hint: "They are put on record. Their checks and training can follow.",
                reveal: <AdultFields />,
              },
            ]}
          />
        ) : (
          <>
            <input type="hidden" name="who" value="new" />
            <AdultFields />
          </>
        )}
        <Button>Save and continue</Button>
      </SchemaForm>
    </>
  );
}
