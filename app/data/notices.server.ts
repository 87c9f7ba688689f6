import {
  leadingAmong,
  leadingRoles,
  organisationNoticeKinds,
  type OrganisationNoticeKind,
} from "~/domain/people/organisation-notices";
import type { Role } from "~/domain/record/fields";
import { noticeKinds, type NoticeKind } from "~/domain/session/notice-kinds";
import type { Transaction } from "./database.server";
import { newId } from "./new-id.server";
import { toInstant } from "./stored-time.server";

/** What happened to a session. */
export type SessionNotice = {
  id: string;
  about: "session";
  sessionId: string;
  title: string;
  reference: string;
  zone: string;
  kind: NoticeKind;
  /** Codes of what changed. */
  changes: string[];
  /** ISO 8601 in UTC. */
  at: string;
};

/** What happened in the organisation. `name`: of the member whom it is about, or null. `changes`: codes. */
export type OrganisationNotice = {
  id: string;
  about: "organisation";
  kind: OrganisationNoticeKind;
  name: string | null;
  changes: string[];
  /** ISO 8601 in UTC. */
  at: string;
};

export type Notice = SessionNotice | OrganisationNotice;

type ToldOfOrganisation = {
  organisationId: string;
  kind: OrganisationNoticeKind;
  aboutUser: string | null;
  changes: readonly string[];
  now: string;
  /** Who did it, and whom it happened to, where they need not be told. */
  except?: readonly (string | null)[];
};

/** Tells everybody who holds the role of an approver, a safeguarding lead or an administrator now. */
export async function tellLeads(tx: Transaction, told: ToldOfOrganisation): Promise<void> {
  const { organisationId, kind, aboutUser, changes, now, except = [] } = told;
  const leads = await tx.membership.findMany({
    where: { organisationId, endedAt: null, roles: { some: { role: { in: [...leadingRoles] } } } },
    select: { userId: true },
    orderBy: { userId: "asc" },
  });
  await tx.notice.createMany({
    data: leads
      .filter(({ userId }) => !except.includes(userId))
      .map(({ userId }) => ({
        organisationId,
        id: newId(),
        userId,
        aboutUser,
        kind,
        changes: [...changes],
        createdAt: new Date(now),
      })),
  });
}

type RolesGiven = {
  organisationId: string;
  userId: string;
  roles: readonly Role[];
  now: string;
  by: string | null;
};

/** Tells everybody else who holds a leading role that somebody was given one, if any of `roles` is one. */
export async function tellOfLeadingRoles(
  tx: Transaction,
  { organisationId, userId, roles, now, by }: RolesGiven,
): Promise<void> {
  const changes = leadingAmong(roles);
  if (changes.length === 0) return;
  const told = { organisationId, kind: "role_given", aboutUser: userId, changes, now } as const;
  await tellLeads(tx, { ...told, except: [by, userId] });
}

type Told = { organisationId: string; sessionId: string; kind: NoticeKind; now: string; changes?: string[] };

/** Tells members what happened to a session. */
export async function tellMembers(
  tx: Transaction,
  userIds: readonly string[],
  { organisationId, sessionId, kind, now, changes = [] }: Told,
): Promise<void> {
  await tx.notice.createMany({
    data: userIds.map((userId) => ({
      organisationId,
      id: newId(),
      userId,
      sessionId,
      kind,
      changes,
      createdAt: new Date(now),
    })),
  });
}

/** Tells who asked a young person what has become of their link, by session code. */
export async function tellWhoAsked(
  tx: Transaction,
  organisationId: string,
  { sessionId, participantId, askedBy }: { sessionId: string; participantId: string; askedBy: string },
  { kind, now }: { kind: "link_stopped" | "link_stopped_answered" | "link_locked"; now: string },
): Promise<void> {
  const { code } = await tx.participant.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id: participantId } },
    select: { code: true },
  });
  await tellMembers(tx, [askedBy], { organisationId, sessionId, kind, now, changes: [code] });
}

/** What a member was told and has not marked as read, newest first; at most `limit`. */
export async function listUnreadNotices(
  tx: Transaction,
  { organisationId, userId }: { organisationId: string; userId: string },
  limit: number,
): Promise<Notice[]> {
  const rows = await tx.notice.findMany({
    where: {
      organisationId,
      userId,
      readAt: null,
      kind: { in: [...noticeKinds, ...organisationNoticeKinds] },
    },
    include: {
      session: { select: { title: true, reference: true, zone: true } },
      about: { select: { user: { select: { name: true } } } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(({ id, sessionId, session, about, kind, changes, createdAt }) => {
    const at = toInstant(createdAt);
    if (!sessionId || !session) {
      const name = about?.user.name ?? null;
      return { id, about: "organisation", kind: kind as OrganisationNoticeKind, name, changes, at };
    }
    const { title, reference, zone } = session;
    return { id, about: "session", sessionId, title, reference, zone, kind: kind as NoticeKind, changes, at };
  });
}
