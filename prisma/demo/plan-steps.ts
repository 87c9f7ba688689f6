import type { SessionRecord } from "~/domain/record/schema";
import type { Session } from "~/domain/record/session";
import { accept } from "~/domain/refusal";
import { answerSettings } from "~/services/answer-settings.server";
import { changeDetails } from "~/services/change-details.server";
import { changeMedia } from "~/services/change-media.server";
import { choosePlatforms } from "~/services/choose-platforms.server";
import { describeTopic } from "~/services/describe-topic.server";
import { planAccessibility } from "~/services/plan-accessibility.server";
import { planSession } from "~/services/plan-session.server";
import type { Step } from "./play";

/** Somebody plans a session: what, when and where, on which platform, what is shown and kept, and what it is about. */
export function planSteps({ session }: SessionRecord): Step[] {
  const { id, title, createdAt: at } = session;
  const step = (what: string, run: Step["run"]): Step => ({ at, what: `${title}: ${what}`, run });
  const by = session.plannedBy;
  return [
    step("plan", async (world, clock) => {
      const { kind, startsAt, endsAt, zone } = session;
      const planned = await planSession(world.actor(by), { kind, title, startsAt, endsAt, zone }, { clock });
      if (planned.ok) world.addId("session", id, planned.value.sessionId);
      return planned;
    }),
    step("details", (world, clock) =>
      changeDetails(world.actor(by), world.id("session", id), detailsOf(session), { version: null, clock }),
    ),
    step("platforms", (world, clock) => {
      const modeIds = session.platforms.map(({ modeId }) => world.id("mode", modeId));
      return choosePlatforms(world.actor(by), world.id("session", id), { modeIds }, { version: null, clock });
    }),
    step("what is shown and kept", (world, clock) => {
      const { chat, donations, ...media } = session.media;
      const change = { ...media, chat: chat.value, donations: donations.value };
      return changeMedia(world.actor(by), world.id("session", id), change, { version: null, clock });
    }),
    step("topic", (world, clock) =>
      session.topic
        ? describeTopic(
            world.actor(by),
            world.id("session", id),
            {
              topic: session.topic.text,
              flags: session.topic.flags,
              adjustments: session.topic.adjustments,
              considered: false,
            },
            { version: null, clock },
          )
        : Promise.resolve(accept(null)),
    ),
    step("accessibility", (world, clock) =>
      planAccessibility(
        world.actor(by),
        world.id("session", id),
        { ...session.accessibility, asked: false },
        { version: null, clock },
      ),
    ),
  ];
}

/** A session's details as its page asks for them. */
export function detailsOf(session: Session) {
  const [place] = session.places;
  return {
    title: session.title,
    description: session.description,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    zone: session.zone,
    format: session.format,
    audience: session.audience,
    purpose: session.purpose,
    titleConfirmed: false,
    where: place?.where ?? null,
    placeKind: place?.kind ?? null,
    placeSuitable: place?.suitable?.answer ?? null,
  };
}

/** Somebody looks at the settings of each platform. */
export function settingsSteps({ session }: SessionRecord): Step[] {
  return session.platforms.flatMap(({ modeId, settings, checked }) =>
    checked
      ? [
          {
            at: checked.recordedAt,
            what: `${session.title}: settings of ${modeId}`,
            run: (world, clock) =>
              answerSettings(
                world.actor(checked.by),
                world.id("session", session.id),
                world.id("mode", modeId),
                { settings, looked: true },
                { version: null, clock },
              ),
          } satisfies Step,
        ]
      : [],
  );
}
