import { guardDisplayName, guardPublicText } from "../../identity/name-guard";
import type { Participant } from "../../record/participant";
import type { Derived } from "../../record/schema";
import {
  advice,
  checked,
  fix,
  noParticipants,
  notApplicable,
  silent,
  wrong,
  type Rule,
  type RuleFinding,
} from "../rule";
import { afterNspcc, nspcc } from "../sources";
import { nameOf, type View } from "../view";
import { statedForSession } from "./session-statement";

export const identityHidden: Rule = {
  id: "R25",
  title: "No participant's full identity is shown",
  strength: "do",
  source: nspcc,
  checks:
    "Display names hold no surname, e-mail address, telephone number, date of birth and so on; the title names nobody in full; participants cannot rename themselves.",
  states: "Background, uniforms, location tags, title and captions were checked.",
  undoneBy: "A display name or a surname is edited; the platform changes.",
  check: (view) => {
    if (!view.named) return notApplicable("No child takes part on camera or by name.");
    const findings = [
      ...(view.participants.length === 0 ? [noParticipants()] : []),
      ...view.participants.flatMap((participant) => displayNameFindings(view, participant)),
      ...titleFindings(view),
      ...renameFindings(view),
      ...statedForSession(
        view,
        "identity_hidden",
        "backgrounds, uniforms, title and captions were checked",
        view.platformsSince,
      ),
    ];
    return checked("Display names do not say who anybody is.", findings);
  },
};

/** The NSPCC says never to reveal a full identity; how a name is checked for it is ours. */
const guard = { source: afterNspcc, strength: "default" as const };

/** In a redacted record, that no surname was held to check against. */
const noSurnameHeld = "no_surname_held";

function hasSurname(view: View, participant: Participant): boolean {
  const { derived } = view.facts;
  if (!derived) return participant.surname !== null;
  const subject = `participant:${participant.id}`;
  return !derived.nameFindings.some((found) => found.subject === subject && found.code === noSurnameHeld);
}

/** What the name guard says of one participant's display name; a redacted record carries the findings instead of the names. */
export function nameFindings(view: View, participant: Participant) {
  const subject = `participant:${participant.id}`;
  if (view.facts.derived)
    return view.facts.derived.nameFindings.filter(
      (finding) => finding.subject === subject && finding.code !== noSurnameHeld,
    );
  const { displayName, firstName, surname, birth } = participant;
  return displayName ? guardDisplayName({ displayName, firstName, surname, birth }) : [];
}

function displayNameFindings(view: View, participant: Participant): RuleFinding[] {
  const subject = `participant:${participant.id}`;
  const fixes = [fix("Choose another name to show", "participants", participant.id)];
  if (!participant.displayName) {
    return [
      silent("display_name_missing", {
        subject,
        headline: `${participant.code} has no name to show`,
        message: "A first name or a made-up name.",
        fixes,
      }),
    ];
  }
  if (!hasSurname(view, participant) && !participant.noSurname) {
    return [
      silent("name_not_checked", {
        subject,
        headline: `Whether ${nameOf(participant)} gives somebody away has not been checked`,
        message:
          "Record the surname, for this check only, or state that you hold none and the name does not identify.",
        fixes: [fix("Record or state it", "participants", participant.id)],
      }),
    ];
  }
  const confirmed = participant.displayNameConfirmed?.displayName === participant.displayName;
  return nameFindings(view, participant).flatMap(({ code, blocks }) => {
    const parts = {
      subject,
      headline: `The name shown for ${nameOf(participant)} may say who they are`,
      message: guardWords(code),
      ...guard,
      fixes,
    };
    if (blocks) return [wrong(code, parts)];
    return confirmed
      ? []
      : [
          advice(code, {
            ...parts,
            fixes: [...fixes, fix("confirm that it does not identify", "participants", participant.id)],
          }),
        ];
  });
}

/** What the guard found, in words that repeat nothing of the name. */
export function guardWords(code: string): string {
  const words: Record<string, string> = {
    contains_surname: "It holds the surname.",
    contains_surname_part: "It holds a part of the surname.",
    full_name_joined: "It is the first name and the surname run together.",
    surname_reversed: "It is the surname spelled backwards.",
    email: "It holds an e-mail address.",
    phone: "It holds a telephone number.",
    postcode: "It holds a postcode.",
    url: "It holds a web address.",
    handle: "It looks like the name of an account elsewhere.",
    date_of_birth: "It holds the date of birth.",
    year_of_birth: "It holds the year of birth.",
    initials: "It looks like initials.",
    short_surname: "It holds a short surname as a word of its own.",
    name_resembles: "It reads like the first name and the surname together.",
  };
  return words[code] ?? "The check found something that may identify.";
}

function titleFindings(view: View): RuleFinding[] {
  const { session, derived } = view.facts;
  const found = derived
    ? findingsInTitle(view, derived.nameFindings)
    : guardPublicText(session.title, view.participants);
  const confirmed = session.titleConfirmed?.title === session.title;
  return found.flatMap(({ code, blocks }) => {
    const parts = {
      subject: "title",
      headline: blocks ? "The title names somebody in full" : "The title may name somebody",
      message: blocks
        ? "Titles are public. A first name and surname together say who takes part."
        : "A word of the title is also somebody's surname. Confirm that it names nobody.",
      ...(blocks ? {} : guard),
      fixes: [
        fix("Change the title", "details"),
        ...(blocks ? [] : [fix("confirm that it names nobody", "details")]),
      ],
    };
    if (blocks) return [wrong(code, parts)];
    return confirmed ? [] : [advice(code, parts)];
  });
}

/** A redacted record says of each participant what the title tells; a title's finding is one, however many it names. */
function findingsInTitle(view: View, findings: Derived["nameFindings"]): Derived["nameFindings"] {
  const subjects = view.participants.map(({ id }) => `title:participant:${id}`);
  const found = findings.filter(({ subject }) => subjects.includes(subject));
  return [...new Map(found.map((finding) => [finding.code, finding])).values()];
}

function renameFindings(view: View): RuleFinding[] {
  return view.modes
    .filter(({ chosen }) => chosen.settings.rename?.answer === "different")
    .map(({ mode }) =>
      advice("rename_left_on", {
        subject: `mode:${mode.id}`,
        headline: `Participants can change their names on ${mode.name}`,
        message: "A name that was checked can be changed on the day.",
        ...guard,
        fixes: [fix("Switch renaming off", "platform", mode.id)],
      }),
    );
}
