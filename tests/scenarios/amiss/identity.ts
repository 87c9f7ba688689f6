import { withParticipant, withSession } from "../../factories/traits";
import type { Case } from "./case";
import { casesFrom } from "./case";

const one = casesFrom({});
const stated = { by: "user-amina-farrow", recordedAt: "2026-11-19T11:00:00Z" };

function shown(displayName: string) {
  return withParticipant("bryony-cattermoss", { displayName });
}

/** What the name guard finds, one thing at a time. */
export const identityAmiss: Case[] = [
  one("no display name", withParticipant("bryony-cattermoss", { displayName: null }), {
    R25: "not_answered",
  }),
  one("a made-up name", shown("Blue Heron"), {}),
  one("the surname", shown("Cattermoss"), { R25: "not_met" }),
  one("the surname in other letters", shown("c4tt€rmoss cátt3rm0ss"), { R25: "not_met" }),
  one("the surname backwards", shown("ssomrettac"), { R25: "not_met" }),
  one("an e-mail address", shown("bry@mail.example"), { R25: "not_met" }),
  one("a telephone number", shown("Bry 07700 900123"), { R25: "not_met" }),
  one("a full date of birth", shown("Bry 11/02/2010"), { R25: "not_met" }),
  one(
    "no surname held and nobody who stated anything",
    withParticipant("bryony-cattermoss", { surname: null }),
    {
      R25: "not_answered",
    },
  ),
  one(
    "no surname held, and a worker's statement",
    withParticipant("bryony-cattermoss", { surname: null, firstName: null, noSurname: stated }),
    {},
  ),
  one("a title with a whole name", withSession({ title: "An evening with Bryony Cattermoss" }), {
    R25: "not_met",
  }),
  one("a title with a surname alone", withSession({ title: "The Cattermoss evening" }), {}),
];
