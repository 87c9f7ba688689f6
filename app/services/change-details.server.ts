import { forgetContactsLater, listContacts } from "~/data/consent-contacts.server";
import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import type { Session } from "~/domain/record/session";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { detailsOf } from "~/domain/session/new-session";
import { editSession, type EditOptions, type SessionEdited } from "./edit-session.server";
import { settleSharedChange } from "./settle-shared-change.server";

export type DetailsChange = Pick<
  Session,
  "title" | "description" | "startsAt" | "endsAt" | "zone" | "format" | "audience" | "purpose"
> & {
  /** The person looked at the title after the name guard warned. */
  titleConfirmed: boolean;
  where: string | null;
  placeKind: Session["places"][number]["kind"] | null;
  placeSuitable: boolean | null;
};

/**
 * Changes what a session is, when and where. A place that moves needs to be stated suitable anew, and at
 * another time everybody who confirmed is asked to confirm again and its contacts are forgotten at its new end. Refuses `place_kind`
 * where a place has no kind, and as `editSession`.
 */
export function changeDetails(
  actor: Actor,
  sessionId: string,
  form: DetailsChange,
  options: Omit<EditOptions, "section">,
): Promise<Outcome<SessionEdited>> {
  return editSession(
    actor,
    sessionId,
    { ...options, section: "details" },
    async ({ tx, now, record, note }) => {
      if (form.where && !form.placeKind)
        return refuse("place_kind", "Select what kind of place it is", "placeKind");
      const { session } = record;
      const by = actor.userId;
      const details = {
        ...detailsOf(session),
        purpose: form.purpose,
        places: placesAfter(session, form, { by, now }),
        titleConfirmed: form.titleConfirmed
          ? { by, recordedAt: now, title: form.title }
          : session.titleConfirmed,
      };
      const moved = form.startsAt !== session.startsAt || form.endsAt !== session.endsAt;
      const write = async () => {
        await tx.session.updateMany({
          where: { id: sessionId },
          data: {
            title: form.title,
            description: form.description,
            startsAt: new Date(form.startsAt),
            endsAt: new Date(form.endsAt),
            ...(moved ? { timesSince: new Date(now) } : {}),
            zone: form.zone,
            format: form.format,
            audience: form.audience,
            details,
          },
        });
        const contacts = moved ? await listContacts(tx, actor.organisationId, sessionId) : [];
        if (contacts.length > 0) await forgetContactsLater(tx, sessionId, form.endsAt);
      };
      const adultIds = session.assignments.map(({ adultId }) => adultId);
      if (moved) {
        const booked = { kind: "bookings", adultIds, exceptSessionId: sessionId } as const;
        await settleSharedChange({ tx, now, record: note, actor }, booked, write);
      } else await write();
      return accept(null);
    },
  );
}

function placesAfter(
  session: Session,
  form: DetailsChange,
  { by, now }: { by: string; now: string },
): Session["places"] {
  if (!form.where || !form.placeKind) return [];
  const [stood, ...others] = session.places;
  const moved = !stood || stood.where !== form.where || stood.kind !== form.placeKind;
  const said = !moved && stood.suitable?.answer === form.placeSuitable ? stood.suitable : null;
  const suitable =
    said ?? (form.placeSuitable === null ? null : { by, recordedAt: now, answer: form.placeSuitable });
  return [
    {
      id: moved ? newId() : stood.id,
      where: form.where,
      kind: form.placeKind,
      since: moved ? now : stood.since,
      suitable,
    },
    ...others,
  ];
}
