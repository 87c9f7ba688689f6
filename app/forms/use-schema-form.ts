import { useSubmit } from "@remix-run/react";
import { toNestErrors } from "@hookform/resolvers";
import { useEffect, useMemo, useRef, type FormEvent, type RefObject } from "react";
import { useForm, type FieldErrors, type FieldValues, type ResolverOptions } from "react-hook-form";
import type { z } from "zod";
import type { FormState } from "./form-context";
import { keepSent, type Submitter } from "./last-sent";
import { readFormData, type FormValues } from "./read-form-data";
import { validate, type FormError, type Rejected } from "./validate";

type SchemaFormOptions<S extends z.ZodType> = {
  schema: S;
  defaults: FormValues;
  rejected: Rejected | null;
  /** The answer is a file, which a script cannot show: the browser sends the form by itself. */
  download?: boolean | undefined;
};
export type SchemaFormState = FormState & {
  formRef: RefObject<HTMLFormElement>;
  summaryRef: RefObject<HTMLDivElement>;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

/**
 * A form whose truth is its element: react-hook-form keeps its errors and the course of a submit, and never its values,
 * so that what was typed before scripts ran stays, and the body is the one a browser without scripts posts.
 */
export function useSchemaForm<S extends z.ZodType>(options: SchemaFormOptions<S>): SchemaFormState {
  const { schema, defaults, rejected, download = false } = options;
  const formRef = useRef<HTMLFormElement>(null);
  const summaryRef = useRef<HTMLDivElement>(null);
  const submit = useSubmit();
  const serverErrors = useMemo(() => nested(rejected?.errors ?? []), [rejected]);
  const form = useForm({
    mode: "onSubmit",
    reValidateMode: "onSubmit",
    shouldFocusError: false,
    errors: serverErrors,
    resolver: (_tracked, _context, resolverOptions) => {
      const result = validate(schema, readFormData(new FormData(formRef.current ?? undefined)));
      return result.ok
        ? { values: {}, errors: {} }
        : { values: {}, errors: nested(result.errors, resolverOptions) };
    },
  });
  const { errors, submitCount } = form.formState;
  const flat = useMemo(() => flattened(errors), [errors]);

  useEffect(() => {
    if (rejected || submitCount > 0) summaryRef.current?.focus();
  }, [rejected, submitCount]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const submitter = submitterOf(event);
    void form.handleSubmit(() => {
      if (formRef.current && download) formRef.current.submit();
      else if (formRef.current) {
        const { data, action } = keepSent(formRef.current, submitter);
        submit(data, { method: "post", action });
      }
    })(event);
  }

  return { values: rejected?.values ?? defaults, errors: flat, formRef, summaryRef, onSubmit };
}

function submitterOf(event: FormEvent<HTMLFormElement>): Submitter | null {
  const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
  return submitter instanceof HTMLButtonElement || submitter instanceof HTMLInputElement ? submitter : null;
}

const NO_FIELDS: ResolverOptions<FieldValues> = { fields: {}, shouldUseNativeValidation: false };

function nested(errors: FormError[], options = NO_FIELDS): FieldErrors {
  const byName = errors.map(({ name, message }) => [name, { type: "form", message }] as const);
  return toNestErrors(Object.fromEntries(byName), options);
}

function flattened(errors: object, prefix = ""): FormError[] {
  return Object.entries(errors).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== "object" || value === null) return [];
    const name = prefix + key;
    if ("message" in value && typeof value.message === "string") return [{ name, message: value.message }];
    return flattened(value, `${name}.`);
  });
}
