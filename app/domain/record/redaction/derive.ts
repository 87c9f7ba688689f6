import { Temporal } from "temporal-polyfill";
import { guardDisplayName, guardPublicText } from "../../identity/name-guard";
import { findPersonalDetails } from "../../identity/personal-details";
import { normalEmail } from "../../people/standing";
import { ageOn } from "../../time/age";
import type { Derived, Facts } from "../schema";
import type { Codes } from "./codes";

/**
 * What rules need of names, births, addresses and the invitation, without them: ages in whole years on the session's
 * local date, what the name guard found of whom, and which adults share an address.
 */
export function derive(facts: Facts, codes: Codes): Derived {
  const { session, organisation } = facts;
  const on = Temporal.Instant.from(session.startsAt).toZonedDateTimeISO(session.zone).toPlainDate();
  return {
    ages: facts.participants.map(({ id, birth }) => ({
      participantId: codes.of("participant", id),
      age: birth === null ? null : ageOn(birth, on),
    })),
    nameFindings: facts.participants.flatMap((participant) => {
      const subject = `participant:${codes.of("participant", participant.id)}`;
      const { displayName, firstName, surname, birth } = participant;
      return [
        ...(surname === null ? [{ subject, code: "no_surname_held", blocks: false }] : []),
        ...(displayName === null ? [] : guardDisplayName({ displayName, firstName, surname, birth })).map(
          (finding) => ({ subject, ...finding }),
        ),
        ...guardPublicText(session.title, [participant]).map((finding) => ({
          subject: `title:${subject}`,
          ...finding,
        })),
      ];
    }),
    inviteFindings: findPersonalDetails(session.inviteText ?? "", {
      allowedDomains: organisation.emailDomains,
      allowedContacts: organisation.contactRoutes.map((route) => route.value),
    }),
    samePeople: facts.adults.flatMap((a, index) =>
      facts.adults
        .slice(index + 1)
        .filter((b) => a.email !== null && b.email !== null && normalEmail(a.email) === normalEmail(b.email))
        .map((b): [string, string] => [codes.of("adult", a.id), codes.of("adult", b.id)]),
    ),
  };
}
