import { lockAdult } from "~/data/adults.server";
import { newId } from "~/data/new-id.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import { usuallyPresent } from "~/domain/people/assignment-questions";
import { may } from "~/domain/permissions";
import type { AdultRole } from "~/domain/record/fields";
import type { Session } from "~/domain/record/session";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { createAdult, mayNotAdd, type NewAdult } from "./add-adult.server";
import type { Clock } from "./change.server";
import { editSession, type SessionEdit, type SessionEdited } from "./edit-session.server";
import { settleSharedChange } from "./settle-shared-change.server";

export type NewAssignment = {
  role: AdultRole;
  /** An adult on record, or somebody who is added on the way, in the same transaction. */
  adult: { id: string } | NewAdult;
};

/**
 * Gives an adult a part in a session. A device already on record for them in this session is taken over. Sessions at
 * the same time that the adult has a part in are judged too.
 *
 * Refusals: `adult_unknown`, `stood_down`, `already_assigned`, and as `editSession` and `addAdult`.
 */
export async function addAssignment(
  actor: Actor,
  sessionId: string,
  { role, adult }: NewAssignment,
  { submission, clock }: { submission?: Submission | undefined; clock?: Clock | undefined } = {},
): Promise<Outcome<SessionEdited>> {
  const options = { section: "adults", version: null, submission, clock } as const;
  return editSession(actor, sessionId, options, async (edit) => {
    const chosen = await adultFor(edit, actor, adult);
    if (!chosen.ok) return chosen;
    const adultId = chosen.value;
    const { assignments } = edit.record.session;
    const theirs = assignments.filter((assignment) => assignment.adultId === adultId);
    if (theirs.some((assignment) => assignment.role === role)) {
      return refuse("already_assigned", "This adult has this role in the session already", "adultId");
    }
    const { tx, now, note } = edit;
    const id = newId();
    const { organisationId } = actor;
    const device = theirs.find((assignment) => assignment.device)?.device ?? null;
    const write = async () => {
      await tx.sessionAdult.create({
        data: {
          organisationId,
          id,
          sessionId,
          adultId,
          role,
          present: usuallyPresent(role),
          addedAt: new Date(now),
          ...(role === "guest" ? {} : deviceColumns(device)),
        },
      });
    };
    const booked = { kind: "bookings", adultIds: [adultId], exceptSessionId: sessionId } as const;
    await settleSharedChange({ tx, now, record: note, actor }, booked, write);
    note({ type: "assignment.added", subject: `assignment:${id}`, sessionId, adultId, role });
    return accept(null);
  });
}

/** The columns that hold which device somebody uses. */
export function deviceColumns(device: Session["assignments"][number]["device"]) {
  return {
    deviceKind: device?.kind ?? null,
    deviceAuthorisedBy: device?.authorisedBy ?? null,
    deviceReason: device?.reason ?? null,
    deviceRecordedAt: device && new Date(device.recordedAt),
  };
}

async function adultFor(
  { tx, now, note }: SessionEdit,
  actor: Actor,
  adult: NewAssignment["adult"],
): Promise<Outcome<string>> {
  if (!("id" in adult)) {
    if (!may(actor, "adult.edit")) return mayNotAdd;
    return accept(await createAdult({ tx, now, note, actor }, adult));
  }
  if ((await lockAdult(tx, actor.organisationId, adult.id)) === null) {
    return refuse("adult_unknown", "Choose an adult from the list", "adultId");
  }
  const stored = await tx.adult.findFirstOrThrow({ where: { id: adult.id } });
  if (stored.stoodDownAt) {
    return refuse("stood_down", `${stored.name} does not work with young people at present`, "adultId");
  }
  return accept(adult.id);
}
