import type { ReactNode } from "react";
import type { z } from "zod";
import { Button, ButtonGroup } from "./button";
import { PageHeading } from "./page-heading";
import { SchemaForm } from "./schema-form";
import { TextLink } from "./text-link";

type ConfirmPageProps<S extends z.ZodType> = {
  schema: S;
  /** The question: "Cancel this session?" */
  title: string;
  caption?: string;
  /** What will happen, before it happens. */
  children: ReactNode;
  /** The deed on the button, as a verb: "Cancel the session". */
  confirm: string;
  destructive?: boolean;
  /** The way out that changes nothing. */
  back: { to: string; text: string };
  version?: number;
  /** Questions that have to be answered to confirm: a reason, a tick. */
  fields?: ReactNode;
};

/** A page that asks before something is done that is not simply undone. */
export function ConfirmPage<S extends z.ZodType>(props: ConfirmPageProps<S>) {
  return (
    <div className="app-narrow">
      <SchemaForm schema={props.schema} version={props.version}>
        <PageHeading title={props.title} caption={props.caption} />
        {props.children}
        {props.fields}
        <ButtonGroup>
          <Button kind={props.destructive ? "warning" : "primary"}>{props.confirm}</Button>
          <TextLink to={props.back.to}>{props.back.text}</TextLink>
        </ButtonGroup>
      </SchemaForm>
    </div>
  );
}
