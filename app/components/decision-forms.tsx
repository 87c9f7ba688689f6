import { competenceForm, conflictForm, NOBODY } from "~/forms/decision-form";
import type { FormValues } from "~/forms/read-form-data";
import { Button } from "./button";
import { Checkboxes } from "./checkboxes";
import { DateInput } from "./date-input";
import { MoreFields } from "./details";
import { Radios, YesNo } from "./radios";
import { SchemaForm } from "./schema-form";
import { Select } from "./select";
import { TextArea } from "./text-area";

type Option = { value: string; label: string };
type FormProps = { name: string; version: number; defaults: FormValues; scopes: Option[] };

/** A safeguarding lead agrees, or not, that a young person can answer without a parent or carer. */
export function CompetenceForm({
  name,
  version,
  defaults,
  scopes,
  proposers,
}: FormProps & { proposers: Option[] }) {
  const agreed = (
    <>
      <Checkboxes name="forScopes" label="What can they answer alone?" choices={scopes} />
      <MoreFields summary="It holds only until a certain day" fields={["agreedUntil"]}>
        <DateInput name="agreedUntil" label="Last day" optional />
      </MoreFields>
      <Select
        name="proposedBy"
        label="Who proposed it?"
        hint="A worker who knows them. Not you: it takes two people."
        empty="Choose a worker"
        options={proposers}
      />
    </>
  );
  return (
    <SchemaForm schema={competenceForm} name="competence" version={version} defaults={defaults}>
      <YesNo
        name="agreed"
        label={`Can ${name} answer without a parent or carer?`}
        yes={{ label: "Yes", reveal: agreed }}
        no={{ label: "No", hint: "Also to end an earlier yes." }}
      />
      <TextArea
        name="considered"
        label="What did you consider?"
        hint="For example: what going live means, what could follow from it, what else they could do, and that nobody presses them. Nothing about their case."
        rows={4}
      />
      <Button>Save the decision</Button>
    </SchemaForm>
  );
}

/** A safeguarding lead says whose answer counts where those who answered differ. */
export function ConflictForm({
  version,
  defaults,
  scopes,
  givers,
}: Omit<FormProps, "name"> & { givers: Option[] }) {
  const nobody = defaults["giver"]
    ? [{ value: NOBODY, label: "Nobody’s more than another’s", hint: "Takes your earlier decision back." }]
    : [];
  return (
    <SchemaForm schema={conflictForm} name="conflict" version={version} defaults={defaults}>
      <Checkboxes name="scopes" label="What do you decide about?" choices={scopes} />
      <Radios
        name="giver"
        label="Whose answer counts?"
        hint="A young person’s own no is always a no: there is nothing to decide then."
        choices={[...givers, ...nobody]}
      />
      <TextArea
        name="why"
        label="Why?"
        hint="Nobody who answered sees this. Nothing about anybody’s case."
        rows={4}
      />
      <MoreFields summary="It holds only until a certain day" fields={["until"]}>
        <DateInput name="until" label="Last day" optional />
      </MoreFields>
      <Button>Save whose answer counts</Button>
    </SchemaForm>
  );
}
