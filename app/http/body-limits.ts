/** Longest body of a form, in bytes. Forms hold text alone, each field with a limit of its own. */
export const BODY_LIMIT_BYTES = 512 * 1024;

const FORM_TYPES = ["application/x-www-form-urlencoded", "multipart/form-data"];

type Refusal = { status: 400 | 405 | 411 | 413 | 415; message: string };
type BodyHeaders = {
  contentLength: string | undefined;
  contentType: string | undefined;
  transferEncoding: string | undefined;
};

/** Judges a request by its headers before a byte of its body is read; null when it may go on. */
export function refuseBody(method: string, headers: BodyHeaders): Refusal | null {
  if (method === "GET" || method === "HEAD") return null;
  if (method !== "POST")
    return { status: 405, message: "This address is read with GET and written with POST." };
  if (headers.transferEncoding !== undefined || headers.contentLength === undefined)
    return { status: 411, message: "The length of the form has to be said beforehand." };
  if (!/^\d{1,15}$/.test(headers.contentLength))
    return { status: 400, message: "The length of the form is no number." };
  if (Number(headers.contentLength) > BODY_LIMIT_BYTES)
    return { status: 413, message: "The form is too long." };
  const type = headers.contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  return FORM_TYPES.includes(type) ? null : { status: 415, message: "Only forms can be sent here." };
}
