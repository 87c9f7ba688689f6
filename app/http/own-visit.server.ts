import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { findOpenRequest, type LinkOwner } from "~/data/consent-requests.server";
import { findOwnRecord, type OwnRecord } from "~/data/own-link-page.server";
import { seal, unseal } from "~/data/sealed.server";
import { deviceRests, shownAs } from "~/domain/consent/own-device";
import { linkState, type LinkState } from "~/domain/consent/own-link";
import { consentScope } from "~/domain/record/fields";
import { endedLinkCookie, linkCookie, readLinkCookie } from "./link-cookie.server";
import { paths } from "~/paths";
import { readDevice } from "./own-device.server";
import { linkProblem } from "./own-problem";
import { whoIsSignedIn } from "./signed-in.server";

/**
 * A young person's visit after the small check. It is in this browser's cookie alone, sealed: what they have answered so
 * far is nowhere else until they save it.
 */
const visitContent = z.strictObject({
  requestId: z.uuid(),
  /** When it ends unless something is answered, ISO 8601 in UTC. */
  until: z.iso.datetime(),
  /** The place in the order of answers of the newest one about them when they began. */
  seen: z.int().min(0),
  answers: z.partialRecord(
    consentScope,
    z.strictObject({ answer: z.enum(["yes", "no"]), asked: z.string() }),
  ),
  name: z.string().nullable(),
  /** What they have just done, for the receipt to say. */
  said: z.enum(["saved", "changed"]).nullable(),
  /** Whether they have saved or changed anything in this visit. */
  hasSaved: z.boolean().default(false),
  /** Of what they have just saved, the answers that were not taken. */
  left: z.array(consentScope).default([]),
});

export type Visit = z.infer<typeof visitContent>;
type Args = LoaderFunctionArgs | ActionFunctionArgs;

const SEAL = { purpose: "a young person's visit", belongsTo: "answers" };

/** `here`: how the person is shown on a device that a worker handed over; null where they came through a link. */
export type OwnVisit = OwnRecord & {
  visit: Visit;
  owner: LinkOwner;
  state: LinkState;
  here: { who: string } | null;
};

/**
 * Whose visit this browser holds, and how things stand for them now.
 * @throws Response 404 where it holds none or its link has ended, 409 where staff are signed in; 302 to the choice of
 * people on a device that was handed over
 */
export async function requireVisit(args: Args): Promise<OwnVisit> {
  const visit = readVisit(args.request, args.context.origin);
  const device = readDevice(args);
  if (!visit) throw device ? redirect(paths.answerHere) : linkProblem("no_visit");
  const owner = await findOpenRequest(visit.requestId);
  if (!owner) throw device ? redirect(paths.answerHere) : linkProblem("no_link");
  await refuseStaff(args);
  const found = await findOwnRecord(owner);
  if (!found) throw linkProblem("no_link");
  const { view, participant, deviceId, askedAt } = found;
  const mine = device !== null && device.deviceId === deviceId && !deviceRests(askedAt, view.at);
  if (deviceId !== null && !mine) throw linkProblem("no_device");
  const state = linkState(view, participant);
  // Until they have answered here, nothing that they said elsewhere is shown to whoever holds the device.
  if (mine && !visit.hasSaved && state === "over") throw linkProblem("no_device");
  const here = mine ? { who: shownAs(participant, device.shown) } : null;
  return { ...found, visit, owner, state, here };
}

/**
 * Whether somebody has answered nothing yet on a device that was handed over: until then it shows nothing that they said
 * elsewhere, as whoever holds it may be somebody else.
 */
export function tellsNothing({ here, visit }: Pick<OwnVisit, "here" | "visit">): boolean {
  return here !== null && !visit.hasSaved;
}

/**
 * Nobody answers for a young person from a browser in which staff are signed in.
 * @throws Response 409
 */
export async function refuseStaff(args: Args): Promise<void> {
  if (await whoIsSignedIn(args)) throw linkProblem("staff");
}

/**
 * A form that was opened for another link than the one that this browser holds now is refused.
 * @throws Response 409
 */
export function requireSameLink({ visit }: OwnVisit, request: string): void {
  if (visit.requestId !== request) throw linkProblem("other_link");
}

export function readVisit(request: Request, origin: string): Visit | null {
  const sealed = readLinkCookie(request, "answers", origin);
  const text = sealed && unseal(sealed, SEAL);
  if (!text) return null;
  const visit = visitContent.safeParse(JSON.parse(text));
  if (!visit.success) return null;
  const until = Temporal.Instant.from(visit.data.until);
  return Temporal.Instant.compare(Temporal.Now.instant(), until) < 0 ? visit.data : null;
}

/** The cookie that goes on with a visit for half an hour from now. It takes the place of any other link's. */
export function visitCookie(
  visit: Omit<z.input<typeof visitContent>, "until">,
  origin: string,
): { "Set-Cookie": string } {
  const until = Temporal.Now.instant().add({ minutes: 30 }).round("second").toString();
  const content = { ...visit, hasSaved: visit.hasSaved === true || visit.said !== null, until };
  return { "Set-Cookie": linkCookie("answers", seal(JSON.stringify(content), SEAL), origin) };
}

/** The cookie that has this browser forget the visit. */
export function forgetVisit(origin: string): { "Set-Cookie": string } {
  return { "Set-Cookie": endedLinkCookie("answers", origin) };
}
