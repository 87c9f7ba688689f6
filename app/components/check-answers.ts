import { inRoleOrder, roleWords } from "~/domain/people/role-words";
import { featureWords } from "~/domain/readiness/rules/accessibility";
import type { SessionRecord } from "~/domain/record/schema";
import { imagesInWords, replayInWords } from "~/domain/session/media-line";
import { whenInWords } from "~/domain/session/session-line";
import { listInWords } from "~/domain/time/words";
import { attendanceOf } from "~/domain/people/attendance";
import { sentenceCase } from "~/domain/sentence-case";
import { placeWords, purposeWords } from "~/forms/details-form";
import { chatWords, donationWords } from "~/forms/media-form";
import { toldWords } from "~/forms/organiser-form";
import { paths } from "~/paths";
import type { AnswerSection } from "./answer-section";
import { peopleAnswers } from "./people-answers";

/** Everything that was answered about a session, part by part, each with the page that changes it. */
export function checkAnswers(record: SessionRecord): AnswerSection[] {
  const { session } = record;
  return [
    details(record),
    ...(session.kind === "join" ? [organiser(record)] : []),
    platform(record),
    watchers(record),
    adults(record),
    boundaries(record),
    accessibility(record),
    sensitivities(record),
    ...peopleAnswers(record),
  ].filter((section) => section !== null);
}

function details({ session }: SessionRecord): AnswerSection {
  const [place] = session.places;
  return {
    heading: "Details",
    to: paths.details(session.id),
    answers: [
      { key: "Title", value: session.title },
      { key: "When", value: whenInWords(session) },
      { key: "Who hosts", value: session.kind === "host" ? "We do" : "Someone else; we join" },
      { key: "Kind", value: session.format === "livestream" ? "A livestream" : "A video call" },
      { key: "What it is for", value: session.purpose && purposeWords[session.purpose] },
      { key: "Place", value: place ? `${place.where} (${placeWords[place.kind].toLowerCase()})` : null },
      { key: "Description", value: session.description ?? "None" },
    ],
  };
}

function organiser({ session }: SessionRecord): AnswerSection {
  const told = session.organiser;
  const said = (answer: NonNullable<typeof told>["saved"]) => answer && toldWords[answer.answer];
  return {
    heading: "What the organiser told you",
    to: paths.organiser(session.id),
    answers: [
      { key: "Organiser", value: told?.name ?? null },
      { key: "What they get to know about young people", value: told?.dataUse ?? "Not recorded" },
      { key: "What the stream contains", value: told?.content?.outline ?? null },
      {
        key: "Suits the young people",
        value: told?.suitability ? (told.suitability.suitable ? "Yes" : "No") : null,
      },
      { key: "Will it be saved?", value: said(told?.saved ?? null) },
      { key: "Will it be used again?", value: said(told?.reused ?? null) },
    ],
  };
}

function platform({ session, platformModes }: SessionRecord): AnswerSection {
  const { media } = session;
  const names = session.platforms.map(
    ({ modeId }) => platformModes.find(({ id }) => id === modeId)?.name ?? "",
  );
  const shown = [media.camera ? "faces" : "", media.voice ? "voices" : "", media.name ? "names" : ""];
  const kept = ({ on, reason, keptWhere, deleteBy }: typeof media.recording) =>
    on ? ["Yes", reason, keptWhere, deleteBy && `deleted by ${deleteBy}`].filter(Boolean).join(". ") : "No";
  return {
    heading: "Platform and privacy",
    to: paths.platform(session.id),
    answers: [
      { key: "Platform", value: names.join(", then ") || null },
      { key: "Young people show", value: sentence(listInWords(shown.filter(Boolean))) ?? "Nothing" },
      { key: "Chat", value: chatWords[media.chat.value] },
      { key: "Donations asked for", value: donationWords[media.donations.value] },
      { key: "Recording", value: kept(media.recording) },
      { key: "Transcript or notes by a machine", value: kept(media.aiNotes) },
      {
        key: "Photos or screenshots",
        value: media.images ? sentence(imagesInWords(media.imagesUse)) : "No",
      },
      { key: "Shown again", value: media.replay ? sentence(replayInWords(media.replayUse)) : "No" },
    ],
  };
}

function watchers({ session }: SessionRecord): AnswerSection | null {
  if (session.kind === "join") return null;
  const said = (answer: typeof session.saving) =>
    answer &&
    [answer.answer === "yes" ? "Yes" : "No", answer.how ?? answer.reason].filter(Boolean).join(". ");
  return {
    heading: "Who can watch and save",
    to: paths.platformWatchers(session.id),
    answers: [
      { key: "Can the audience be limited?", value: said(session.audienceRestricted) },
      { key: "Could others save and pass it on?", value: said(session.saving) },
    ],
  };
}

const attendanceWords = { confirmed: "", again: " (to confirm again)", not_yet: " (not confirmed)" };

function adults({ session, adults: known }: SessionRecord): AnswerSection {
  const named = (adultId: string | null) => known.find(({ id }) => id === adultId)?.name ?? null;
  return {
    heading: "Adults and observers",
    to: paths.sessionAdults(session.id),
    answers: [
      ...inRoleOrder(session.assignments).map((assignment) => ({
        key: roleWords(assignment.role, session.kind).name,
        value: `${named(assignment.adultId) ?? "Somebody"}${attendanceWords[attendanceOf(assignment, session)]}`,
      })),
      { key: "Removes and reports", value: named(session.reportingAdultId) },
    ],
  };
}

function boundaries({ session, organisation }: SessionRecord): AnswerSection {
  const account = (id: string | null | undefined) =>
    organisation.approvedAccounts.find((one) => one.id === id)?.label ?? null;
  const shared = session.linkSharedPrivately;
  return {
    heading: "Accounts and boundaries",
    to: paths.boundaries(session.id),
    answers: [
      { key: "Account for invitations", value: account(session.accounts?.invites) },
      { key: "Account that streams", value: account(session.accounts?.stream) },
      {
        key: "Questions go to",
        value: organisation.contactRoutes.find(({ id }) => id === session.contactRouteId)?.value ?? null,
      },
      { key: "Invitation", value: session.inviteText },
      { key: "Link shared with participants only", value: shared === null ? null : shared ? "Yes" : "No" },
    ],
  };
}

function accessibility({ session }: SessionRecord): AnswerSection {
  const { features, arrangements } = session.accessibility;
  return {
    heading: "Accessibility",
    to: paths.accessibility(session.id),
    answers: [
      {
        key: "Features used",
        value: sentence(listInWords(features.map((feature) => featureWords[feature]))),
      },
      ...arrangements.map(({ need, arrangement }) => ({
        key: `For ${featureWords[need]}`,
        value: arrangement,
      })),
    ],
  };
}

function sensitivities({ session }: SessionRecord): AnswerSection {
  const { topic } = session;
  return {
    heading: "Sensitivities",
    to: paths.sensitivities(session.id),
    answers: [
      { key: "Topic", value: topic?.text ?? null },
      {
        key: "May affect people",
        value: topic ? (sentence(listInWords(topic.flags)) ?? "Nothing flagged") : null,
      },
      {
        key: "What you do about it",
        value: topic?.adjustments ?? (topic?.flags.length ? null : "Not needed"),
      },
    ],
  };
}

function sentence(text: string): string | null {
  return text ? sentenceCase(text) : null;
}
