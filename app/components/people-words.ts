import type { AdultRole } from "~/domain/record/fields";
import type { Participant } from "~/domain/record/participant";

export const roleNames: Record<AdultRole, string> = {
  host: "Host",
  moderator: "Moderator",
  observer: "Observer",
  support_contact: "Support contact",
  dsl_on_call: "Safeguarding lead on call",
  standby: "Standby",
  guest: "Guest",
};

export const routeWords: Record<NonNullable<Participant["accessRoute"]>, string> = {
  own_account: "Joins with an account of their own",
  parent_account: "Joins through a parent's or carer's account",
  guest_link: "Joins by a link, without an account",
  in_room: "Watches with us in the room",
};
