import { checked, fix, notApplicable, silent, wrong, type Rule, type RuleFinding } from "../rule";
import { greenroom, nspcc } from "../sources";
import { olderThan, type View } from "../view";

export const openPlace: Rule = {
  id: "R13",
  title: "Filming happens in an open, appropriate place",
  strength: "do",
  source: nspcc,
  checks: "Each place where our adults film is named; when we join, the room of our group.",
  states: "The place is open and appropriate, with nothing identifying in shot.",
  undoneBy: "The session moves to another place.",
  check: (view) => {
    const { places } = view.facts.session;
    if (!view.hosting && !groupIsTogether(view)) {
      return notApplicable("Nobody of ours is on camera and nobody watches together in a room.");
    }
    const findings = places.flatMap(placeFindings);
    if (places.length === 0) {
      findings.push(
        silent("place_missing", {
          subject: "session",
          headline: view.hosting
            ? "Where you film is not recorded"
            : "Where your group watches is not recorded",
          message: "Name the place, and state that it is open and appropriate.",
          fixes: [fix("Add the place", "details")],
        }),
      );
    }
    return checked(
      `${places.map((place) => place.where).join("; ")}: stated to be open and appropriate.`,
      findings,
    );
  },
};

function groupIsTogether(view: View): boolean {
  const { media } = view.facts.session;
  return view.participants.some((p) => p.accessRoute === "in_room" || (media.camera && p.exposure.camera));
}

function placeFindings(place: View["facts"]["session"]["places"][number]): RuleFinding[] {
  const subject = `place:${place.id}`;
  const findings: RuleFinding[] = [];
  const { suitable } = place;
  if (!suitable || olderThan(suitable.recordedAt, place.since)) {
    findings.push(
      silent("place_not_stated", {
        subject,
        headline: `Nobody has stated that ${place.where} is open and appropriate`,
        message: "It is stated again whenever the session moves.",
        fixes: [fix("State it", "details")],
      }),
    );
  } else if (!suitable.answer) {
    findings.push(
      wrong("place_not_suitable", {
        subject,
        headline: `${place.where} is not open and appropriate`,
        message: "Sessions are filmed in an open, appropriate place.",
        fixes: [fix("Choose another place", "details")],
      }),
    );
  }
  if (place.kind === "bedroom") {
    findings.push(
      wrong("bedroom", {
        subject,
        headline: `${place.where} is a bedroom`,
        message: "A bedroom is not an open place. Adults film where others can come in.",
        source: greenroom,
        strength: "default",
        fixes: [fix("Choose another place", "details")],
      }),
    );
  }
  return findings;
}
