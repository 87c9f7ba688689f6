import { expect, test } from "vitest";
import { BODY_LIMIT_BYTES, refuseBody } from "./body-limits";

const form = {
  contentLength: "10",
  contentType: "application/x-www-form-urlencoded",
  transferEncoding: undefined,
};

test.each([
  ["GET", { ...form, contentLength: undefined, contentType: undefined }, null],
  ["HEAD", { ...form, contentLength: undefined, contentType: undefined }, null],
  ["POST", form, null],
  ["POST", { ...form, contentType: "multipart/form-data; boundary=x" }, null],
  ["POST", { ...form, contentType: "Application/X-WWW-Form-Urlencoded;charset=UTF-8" }, null],
  ["POST", { ...form, contentLength: String(BODY_LIMIT_BYTES) }, null],
  ["POST", { ...form, contentLength: String(BODY_LIMIT_BYTES + 1) }, 413],
  ["POST", { ...form, contentLength: undefined }, 411],
  ["POST", { ...form, transferEncoding: "chunked" }, 411],
  ["POST", { ...form, contentLength: "1e3" }, 400],
  ["POST", { ...form, contentType: "application/json" }, 415],
  ["POST", { ...form, contentType: "text/plain" }, 415],
  ["POST", { ...form, contentType: undefined }, 415],
  ["PUT", form, 405],
  ["DELETE", form, 405],
  ["OPTIONS", form, 405],
])("%s with %j", (method, headers, status) => {
  expect(refuseBody(method, headers)?.status ?? null).toBe(status);
});
