import { Temporal } from "temporal-polyfill";
import type { Actor } from "~/domain/actor";
import type { BriefingPoint } from "~/domain/record/fields";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { detailsOf } from "~/domain/session/new-session";
import { instantOf } from "~/domain/time/local";
import { editSession, type EditOptions, type SessionEdited } from "./edit-session.server";
import { stateForSession } from "./state-for-session.server";

export type AudienceNotice = {
  points: BriefingPoint[];
  /** Where the audience reads or hears it. */
  where: string;
  /** Local date and time in the session's zone. */
  placedOn: string;
  placedTime: string;
  contact: string | null;
  /** The actor states that no child is on camera or heard. */
  noChild: boolean;
};

/**
 * Records the notice that takes the place of each person's briefing, in the newest version of the briefing's words.
 * Refuses `named` where young people take part by name, `no_such_time` for an hour that clocks skip, and as
 * `editSession`.
 */
export function writeAudienceNotice(
  actor: Actor,
  sessionId: string,
  form: AudienceNotice,
  options: Omit<EditOptions, "section">,
): Promise<Outcome<SessionEdited>> {
  return editSession(actor, sessionId, { ...options, section: "audience_notice" }, async (edit) => {
    const { session, policy } = edit.record;
    if (session.audience !== "not_named")
      return refuse("named", "Young people take part by name: each of them is briefed.");
    const placed = instantOf(form.placedOn, form.placedTime, session.zone, "first");
    if (!("at" in placed))
      return refuse("no_such_time", "Clocks go forward that night: enter another time", "placedTime");
    const inForce = policy.briefingVersions.filter(
      ({ from }) => Temporal.Instant.compare(from, edit.now) <= 0,
    );
    const version = Math.max(1, ...inForce.map((each) => each.version));
    const audienceNotice = {
      by: actor.userId,
      recordedAt: edit.now,
      points: form.points,
      version,
      where: form.where,
      placedAt: placed.at.toString(),
      contact: form.contact,
    };
    const details = { ...detailsOf(session), audienceNotice };
    await edit.tx.session.updateMany({ where: { id: sessionId }, data: { details } });
    if (form.noChild) await stateForSession(edit, actor, { kind: "no_child_on_camera", as: "planner" });
    return accept(null);
  });
}
