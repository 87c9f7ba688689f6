import type { Request } from "express";

const bodies = new WeakMap<Request, Uint8Array<ArrayBuffer>>();

/**
 * Takes in the body of a form whole; its length was judged before. False where the connection ended first: there is
 * nobody left to answer.
 */
export async function receiveBody(request: Request): Promise<boolean> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of request) pieces.push(piece);
  } catch {
    return false;
  }
  bodies.set(request, Buffer.concat(pieces));
  return true;
}

/** What was received with a request; null where it brings no form. */
export function receivedBody(request: Request): Uint8Array<ArrayBuffer> | null {
  return bodies.get(request) ?? null;
}
