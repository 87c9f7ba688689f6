import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { findDevicePage, type DevicePage, type HandedDevice } from "~/data/own-device.server";
import { seal, unseal } from "~/data/sealed.server";
import { deviceRests, shownOnDevice } from "~/domain/consent/own-device";
import { endedLinkCookie, linkCookie, readLinkCookie } from "./link-cookie.server";
import { linkProblem } from "./own-problem";
import { whoIsSignedIn } from "./signed-in.server";

/** A device that a worker has handed over is known by this browser's cookie alone, sealed. No login is on it. */
const deviceContent = z.strictObject({
  organisationId: z.uuid(),
  sessionId: z.uuid(),
  deviceId: z.uuid(),
  shown: z.enum(shownOnDevice),
});

type Args = LoaderFunctionArgs | ActionFunctionArgs;

const SEAL = { purpose: "a device handed over", belongsTo: "answers" };

/** The device that this browser is; null where nobody handed it over. Whether it still takes answers is for `requireDevice`. */
export function readDevice({ request, context }: Args): HandedDevice | null {
  const sealed = readLinkCookie(request, "device", context.origin);
  const text = sealed && unseal(sealed, SEAL);
  const device = text ? deviceContent.safeParse(JSON.parse(text)) : null;
  return device?.success ? device.data : null;
}

/**
 * The device that this browser is, and whose turn it may be.
 * @throws Response 404 where nobody handed it over or it was given back, 409 where staff are signed in
 */
export async function requireDevice(args: Args): Promise<{ device: HandedDevice } & DevicePage> {
  const device = readDevice(args);
  if (!device) throw linkProblem("no_device");
  if (await whoIsSignedIn(args)) throw linkProblem("staff");
  const page = await findDevicePage(device);
  if (page && deviceRests(page.handedAt, Temporal.Now.instant())) throw linkProblem("no_device");
  return { device, publicName: null, people: [], handedAt: "", ...page };
}

export function deviceCookie(device: HandedDevice, origin: string): string {
  return linkCookie("device", seal(JSON.stringify(device), SEAL), origin);
}

export function endedDeviceCookie(origin: string): string {
  return endedLinkCookie("device", origin);
}
