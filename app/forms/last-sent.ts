/** A form as it was sent: what was typed, and where it went. */
export type Sent = { data: FormData; action: string };

/** Only ever set in a browser, and only in its memory. */
let last: Sent | null = null;

/** Keeps a form that is being sent, until a page of ours has come in answer to it. */
export function keepSent(sent: Sent): void {
  last = sent;
}

/** The form that was sent last, where no page came in answer to it; else null. */
export function sentInVain(): Sent | null {
  return last;
}

export function forgetSent(): void {
  last = null;
}
