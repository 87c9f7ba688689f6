import { Form, useActionData, useLocation } from "@remix-run/react";
import { useEffect, useState, type ReactNode } from "react";
import { v4 as uuid } from "uuid";
import type { z } from "zod";
import { FormContext } from "~/forms/form-context";
import type { FormValues } from "~/forms/read-form-data";
import { useSchemaForm } from "~/forms/use-schema-form";
import type { Stale } from "~/forms/stale";
import type { Rejected } from "~/forms/validate";
import { ERROR_TITLE } from "./document-title";
import { ErrorSummary } from "./error-summary";
import { StaleVersion } from "./stale-version";

type SchemaFormProps<S extends z.ZodType> = {
  schema: S;
  /** What the fields show at first, in the form's own words: strings, lists and parts of dates. */
  defaults?: FormValues;
  /** The version of the record that the person sees. Posted with the form, so that a stale edit is noticed. */
  version?: number | undefined;
  /** Tells forms apart where a page has more than one: posted as `form`, and errors return only to their own. */
  name?: string;
  /** Where it posts to; its own page when not given. */
  action?: string;
  /** The answer is a file: the browser sends the form by itself, and stays on the page. */
  download?: boolean;
  children: ReactNode;
};

/** A form that is validated by the same schema in the browser and in the action, and works without scripts. */
export function SchemaForm<S extends z.ZodType>(props: SchemaFormProps<S>) {
  const rejected = useRejected(props.name);
  const submissionId = useSubmissionId(rejected);
  const stale = useActionData<{ stale?: Stale }>()?.stale;
  if (stale && (stale.values["form"] ?? undefined) === props.name) return <StaleVersion {...stale} />;
  return <FormBody key={submissionId} {...props} rejected={rejected} submissionId={submissionId} />;
}

type FormBodyProps<S extends z.ZodType> = SchemaFormProps<S> & {
  rejected: Rejected | null;
  submissionId: string;
};

function FormBody<S extends z.ZodType>(props: FormBodyProps<S>) {
  const { schema, defaults = {}, rejected, submissionId, version, name, action, download, children } = props;
  const { values, errors, formRef, summaryRef, onSubmit } = useSchemaForm({
    schema,
    defaults,
    rejected,
    download,
  });
  const seen = useVersionSeen(version, rejected);
  useErrorTitle(errors.length > 0);
  return (
    <FormContext.Provider value={{ values, errors }}>
      <ErrorSummary errors={errors} ref={summaryRef} />
      <Form
        method="post"
        action={action}
        ref={formRef}
        onSubmit={onSubmit}
        reloadDocument={download}
        noValidate
        className="app-form"
      >
        <input type="hidden" name="submissionId" defaultValue={submissionId} suppressHydrationWarning />
        <input type="hidden" name="version" value={seen} />
        {name ? <input type="hidden" name="form" value={name} /> : null}
        {children}
      </Form>
    </FormContext.Provider>
  );
}

/** Errors found before anything was sent reach the window's title as those of an answer do. */
function useErrorTitle(wrong: boolean) {
  useEffect(() => {
    if (!wrong) return;
    const plain = document.title.replace(ERROR_TITLE, "");
    document.title = `${ERROR_TITLE}${plain}`;
    return () => {
      document.title = document.title.replace(ERROR_TITLE, "");
    };
  }, [wrong]);
}

/** The version stays what it was when the person began, however often answers are refused or the page is read anew. */
function useVersionSeen(version: number | undefined, rejected: Rejected | null): string {
  const posted = rejected?.values["version"];
  const [seen] = useState(typeof posted === "string" ? posted : String(version ?? ""));
  return seen;
}

function useRejected(name: string | undefined): Rejected | null {
  const answer = useActionData<{ rejected?: Rejected }>();
  const rejected = answer?.rejected ?? null;
  return rejected && (rejected.values["form"] ?? undefined) === name ? rejected : null;
}

/** One id for each thing that is to be written: it stays while answers are refused, and is new after each success. */
function useSubmissionId(rejected: Rejected | null): string {
  const { key, hash } = useLocation();
  const [held, hold] = useState(() => ({ key, hash, id: idOf(rejected) ?? uuid() }));
  if (held.key !== key) hold({ key, hash, id: rejected || held.hash !== hash ? held.id : uuid() });
  return held.id;
}

function idOf(rejected: Rejected | null): string | null {
  const id = rejected?.values["submissionId"];
  return typeof id === "string" ? id : null;
}
