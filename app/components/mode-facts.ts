import { Temporal } from "temporal-polyfill";
import { limitsOn } from "~/domain/platforms/age-limit";
import { agesOn, limitKinds, type LimitKind } from "~/domain/platforms/change-age-limits";
import { platformFeatures } from "~/domain/platforms/change-mode";
import { ageInWords, limitQuestions } from "~/domain/platforms/mode-standing";
import type { PlatformMode } from "~/domain/record/platform-mode";
import { dateInWords, instantInWords, listInWords, parseDate } from "~/domain/time/words";
import { sentenceCase } from "~/domain/sentence-case";
import { answerWords, donationWords, featureWords, kindWords } from "~/forms/platform-form";

const confidenceWords: Record<PlatformMode["ageLimits"][number]["confidence"], string> = {
  official: "the platform's own page",
  reputable: "a page by others",
  weak: "a page that may be wrong",
  unsourced: "no page found",
};

/** What is known of a mode on a day (`YYYY-MM-DD`), question by question, each age with where it comes from. */
export function modeFactRows(mode: PlatformMode, today: string): { key: string; value: string }[] {
  const offered = platformFeatures.filter((feature) => mode.features[feature] === "yes");
  return [
    { key: "Kind", value: kindWords[mode.kind] },
    { key: "Run by", value: mode.service },
    ...limitKinds.map((kind) => ({ key: limitQuestions[kind], value: ageValue(mode, kind, today) })),
    { key: "Through a parent's account below that age", value: mode.parentAccountAllowed ? "Allowed" : "No" },
    { key: "You can decide who watches", value: answerWords[mode.restrictsAudience] },
    { key: "Viewers are asked for money", value: donationWords[mode.donations] },
    {
      key: "Access",
      value: sentenceCase(listInWords(offered.map((feature) => featureWords[feature].toLowerCase()))),
    },
    { key: "How to report", value: mode.reportRoute ?? "" },
    ...(mode.note ? [{ key: "Worth knowing", value: mode.note }] : []),
  ];
}

function ageValue(mode: PlatformMode, kind: LimitKind, today: string): string {
  const words = ageInWords(agesOn(mode, today)[kind]);
  const [limit] = limitsOn(mode, kind, parseDate(today));
  if (!limit || limit.age === "unknown" || limit.age === "none") return words;
  const dated = limit.sourceDate ? `, ${dateInWords(parseDate(limit.sourceDate))}` : "";
  return `${words} (${confidenceWords[limit.confidence]}${dated})`;
}

export type SessionLink = { id: string; title: string; when: string };

export function sessionLinks(
  sessions: { id: string; title: string; startsAt: string; zone: string }[],
): SessionLink[] {
  return sessions.map(({ id, title, startsAt, zone }) => ({
    id,
    title,
    when: instantInWords(Temporal.Instant.from(startsAt), zone),
  }));
}
