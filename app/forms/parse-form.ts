import { data } from "@remix-run/react";
import type { z } from "zod";
import { MalformedForm, readFormData, type FormValues } from "./read-form-data";
import { validate, type FormError, type Rejected } from "./validate";

/** `submissionId`: the form's UUID, so that a double submit writes once. `version`: what the person saw, or null. */
export type Submission = { submissionId: string; version: number | null };
export type ParsedForm<T> =
  ({ ok: true; data: T; values: FormValues } & Submission) | ({ ok: false } & Rejected);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const VERSION = /^\d{1,9}$/;

/**
 * Reads a request's form and validates it.
 * @throws Response 400 for a body that none of our pages sends, 415 for one that is not a form
 */
export async function parseForm<S extends z.ZodType>(
  schema: S,
  request: Request,
): Promise<ParsedForm<z.output<S>>> {
  const values = await readRequest(request);
  const submission = submissionOf(values);
  const result = validate(schema, values);
  return result.ok ? { ...result, ...submission, values } : { ...result, values: withoutSecrets(values) };
}

/** The answer to a submission that is not well-formed, or that a service refused: 422, nothing typed is lost. */
export function rejected({ values, errors }: Rejected) {
  return data({ rejected: { values: withoutSecrets(values), errors } }, { status: 422 });
}

/** The same answer for what only the server can know, such as an address that is already in use. */
export function refused(form: { values: FormValues }, ...errors: FormError[]) {
  return rejected({ values: form.values, errors });
}

async function readRequest(request: Request): Promise<FormValues> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    throw new Response("A form was expected", { status: 415 });
  }
  try {
    return readFormData(await request.formData());
  } catch (error) {
    if (error instanceof MalformedForm || error instanceof TypeError) {
      throw new Response("The form could not be read", { status: 400 });
    }
    throw error;
  }
}

function submissionOf({ submissionId, version = "" }: FormValues): Submission {
  const readable =
    typeof submissionId === "string" &&
    UUID.test(submissionId) &&
    typeof version === "string" &&
    (version === "" || VERSION.test(version));
  if (!readable) throw new Response("The form could not be read", { status: 400 });
  return { submissionId, version: version === "" ? null : Number(version) };
}

/** What may be sent back to the page: everything but passwords. */
export function withoutSecrets(values: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !/password|secret|passcode/i.test(name)),
  );
}
