import type { Temporal } from "temporal-polyfill";
import type { SessionRecord } from "~/domain/record/schema";
import { randomFrom } from "./random-from";

const chatFromClosed = ["off", "host_only", "moderated", "open"] as const;

/** The record after some edits of the narrowing list, each written as its service writes it. */
export function narrowings(record: SessionRecord, at: Temporal.Instant, seed: number): SessionRecord {
  const random = randomFrom(seed);
  const sometimes = (share = 0.4) => random() < share;
  const { session } = record;
  const { media } = session;
  const chatNow = chatFromClosed.indexOf(media.chat.value);
  const chat = chatFromClosed[Math.floor(random() * (chatNow + 1))] ?? media.chat.value;
  const off = <T extends { on: boolean }>(kept: T): T => (sometimes() ? { ...kept, on: false } : kept);
  const mostRemoved = Math.max(0, record.participants.length - 2);
  const removed = sometimes() ? Math.floor(random() * (mostRemoved + 1)) : 0;

  return {
    ...record,
    participants: record.participants.slice(removed).map((participant) => ({
      ...participant,
      exposure: {
        camera: participant.exposure.camera && !sometimes(),
        voice: participant.exposure.voice && !sometimes(),
        name: participant.exposure.name && !sometimes(),
        chat: participant.exposure.chat && !sometimes(),
      },
      notCaptured:
        participant.notCaptured ??
        (sometimes(0.2) ? { by: session.plannedBy, recordedAt: at.toString() } : null),
    })),
    session: {
      ...session,
      platforms: session.platforms.map((link) => ({
        ...link,
        settings: Object.fromEntries(
          Object.entries(link.settings).map(([name, setting]) => [
            name,
            name !== "rename" &&
            name !== "screen_share" &&
            name !== "chat" &&
            name !== "recording" &&
            sometimes()
              ? restricted(setting)
              : setting,
          ]),
        ),
      })),
      media: {
        ...media,
        recording: off(media.recording),
        aiNotes: off(media.aiNotes),
        chat: { ...media.chat, value: chat },
        donations: sometimes() ? { ...media.donations, value: "off" as const } : media.donations,
      },
    },
  };
}

function restricted<T extends { answer: string; note: string | null }>(setting: T): T {
  return setting.answer === "different" ? { ...setting, answer: "safe", note: null } : setting;
}
