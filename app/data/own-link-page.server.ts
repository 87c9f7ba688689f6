import { Temporal } from "temporal-polyfill";
import type { HelpList } from "~/domain/consent/help-list";
import { isSpent } from "~/domain/consent/own-link";
import { numberToCall } from "~/domain/consent/own-place";
import { defaultBriefing } from "~/domain/defaults/briefing";
import { defaultWordingLanguage } from "~/domain/defaults/consent-wordings";
import { viewAt, type View } from "~/domain/readiness/view";
import type { ConsentScope } from "~/domain/record/fields";
import type { Participant } from "~/domain/record/participant";
import { newestPoints } from "./briefing-words.server";
import { TRIES_BEFORE_LOCK, type LinkOwner } from "./consent-requests.server";
import { listWordings, type Wording } from "./consent-wordings.server";
import { helpListOf } from "./help-list.server";
import { readOrganisation, type Transaction } from "./database.server";
import { toInstant } from "./stored-time.server";
import { loadRecordOf } from "./who-left.server";

/** All that a link shows before its small check is passed: nobody, and nothing of the session. */
export type LinkDoor = {
  publicName: string | null;
  check: "word" | "birth";
  locked: boolean;
  /** A number to call where the link is locked; null where the record holds none, or it is not locked. */
  call: string | null;
};

/** Null where the link is of no use any more. */
export function findLinkDoor(owner: LinkOwner, at = Temporal.Now.instant()): Promise<LinkDoor | null> {
  return readForLink(owner, async (tx) => {
    const { organisationId, requestId: id, participantId } = owner;
    const request = await tx.consentRequest.findUnique({
      where: { organisationId_id: { organisationId, id } },
      select: { checkKind: true, wrongTries: true },
    });
    const record = await loadRecordOf(tx, owner);
    const view = record && viewAt(record, at);
    const participant = view?.participants.find((one) => one.id === participantId);
    if (!request || request.checkKind === "here" || !view || !participant) return null;
    if (isSpent(view, participant)) return null;
    const locked = request.wrongTries >= TRIES_BEFORE_LOCK;
    return {
      publicName: await publicNameOf(tx, organisationId),
      check: request.checkKind === "birth" ? "birth" : "word",
      locked,
      call: locked ? numberToCall(view) : null,
    };
  });
}

/** What a young person's own pages are made of once the small check is passed. */
export type OwnRecord = {
  publicName: string | null;
  view: View;
  participant: Participant;
  /** The words of each question as the organisation asks it now. */
  wordings: ReadonlyMap<ConsentScope, Wording>;
  /** When they were asked, ISO 8601 in UTC. */
  askedAt: string;
  /** The device on which they have a turn; null where they came through a link. */
  deviceId: string | null;
  proposed: { name: string; accepted: boolean | null } | null;
  /** What the organisation's own briefing says about whom to tell; null where it has no words of its own. */
  whoToTell: string | null;
  helpList: HelpList;
};

export function findOwnRecord(owner: LinkOwner, at = Temporal.Now.instant()): Promise<OwnRecord | null> {
  return readForLink(owner, async (tx) => {
    const { organisationId, requestId: id, participantId } = owner;
    const record = await loadRecordOf(tx, owner);
    const participant = record?.participants.find((one) => one.id === participantId);
    const request = await tx.consentRequest.findUnique({
      where: { organisationId_id: { organisationId, id } },
      select: { askedAt: true, proposedName: true, nameAccepted: true, deviceId: true },
    });
    if (!record || !participant || !request) return null;
    const { proposedName: name, nameAccepted: accepted } = request;
    const words = (await listWordings(tx, organisationId)).filter(
      ({ language }) => language === defaultWordingLanguage,
    );
    return {
      publicName: await publicNameOf(tx, organisationId),
      view: viewAt(record, at),
      participant,
      wordings: new Map(words.map((wording) => [wording.scope, wording])),
      askedAt: toInstant(request.askedAt),
      deviceId: request.deviceId,
      proposed: name === null ? null : { name, accepted },
      whoToTell: await ownWordsOnWhoToTell(tx, organisationId),
      helpList: await helpListOf(tx, organisationId),
    };
  });
}

function readForLink<T>(
  { organisationId, participantId }: LinkOwner,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return readOrganisation({ organisationId, actorId: participantId }, work);
}

/** What the organisation's own briefing says about whom to tell; null where it has no words of its own. */
export async function ownWordsOnWhoToTell(tx: Transaction, organisationId: string): Promise<string | null> {
  const { who_to_tell: whoToTell } = await newestPoints(tx, organisationId);
  return whoToTell && whoToTell !== defaultBriefing.who_to_tell ? whoToTell : null;
}

/** The name that the organisation chose for strangers; null where it chose none. */
export async function publicNameOf(tx: Transaction, id: string): Promise<string | null> {
  const { publicName } = await tx.organisation.findUniqueOrThrow({
    where: { id },
    select: { publicName: true },
  });
  return publicName;
}
