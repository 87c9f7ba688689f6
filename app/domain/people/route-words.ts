import type { Participant } from "../record/participant";

type Route = NonNullable<Participant["accessRoute"]>;

/** How somebody joins, as an answer to that question. */
export const routeChoices = {
  own_account: "With their own account",
  parent_account: "Through a parent's or carer's account",
  guest_link: "With a guest link, without an account",
  in_room: "In the room with us",
} as const satisfies Record<Route, string>;

/** The same in a table. */
export const routeWords: Record<Route, string> = {
  own_account: "Own account",
  parent_account: "Parent's or carer's account",
  guest_link: "Guest link",
  in_room: "In the room",
};
