/** A form as it was sent: what was typed, and where it went. */
export type Sent = { data: FormData; action: string };

/** Only ever set in a browser, and only in its memory. */
let last: Sent | null = null;

/** What nobody else may send who comes to the same screen later. */
const SECRET = "input[type=password], input[autocomplete=one-time-code]";

/**
 * What a form sends by a button, kept until a page of ours has come in answer to it: but not where it holds a secret that
 * signs somebody in.
 */
export function keepSent(form: HTMLFormElement, submitter: Submitter | null): Sent {
  // Older browsers leave out the button that was pressed.
  const data = new FormData(form);
  if (submitter?.name) data.append(submitter.name, submitter.value);
  const sent = { data, action: form.getAttribute("action") ?? "" };
  last = form.querySelector(SECRET) ? null : sent;
  return sent;
}

export type Submitter = HTMLButtonElement | HTMLInputElement;

/** The form that was sent last, where no page came in answer to it; else null. */
export function sentInVain(): Sent | null {
  return last;
}

export function forgetSent(): void {
  last = null;
}
