import { takeOffForm } from "~/forms/settings-forms";
import { Button } from "./button";
import { Card } from "./card";
import { SchemaForm } from "./schema-form";

type Item = { id: string; label: string; detail: string };

/** What is on a list, each with the way off it. */
export function TakeOffList({ items, mayEdit, deed }: { items: Item[]; mayEdit: boolean; deed: string }) {
  return (
    <>
      {items.map(({ id, label, detail }) => (
        <Card key={id} level={2} title={label}>
          <p className="govuk-body">{detail}</p>
          {mayEdit ? (
            <SchemaForm schema={takeOffForm} name={`take-off-${id}`}>
              <input type="hidden" name="id" value={id} />
              <Button kind="secondary">
                {deed}
                <span className="govuk-visually-hidden">: {label}</span>
              </Button>
            </SchemaForm>
          ) : null}
        </Card>
      ))}
    </>
  );
}
