import { people, type Person } from "../support/two-charities";

/*
 * Who gets where: one line for each route, and one for each wall that they stand behind. This table says what is meant,
 * and the walk tries all of it. It shares no code with the permissions of the application.
 */

/**
 * `in`: past the wall. `404`: for them there is nothing here. `403`: they may see it and not do this, or their roles
 * never do. `login`: sent to sign in. `second`: sent to give their second step.
 */
export type Expected = "in" | "404" | "403" | "login" | "second";

/**
 * One column a person. `planner` planned the session, `other` is a planner with no part in it, `2nd` is an approver who
 * has not given their second step in this login, and `ended` held every role until their membership ended.
 * `ids`: whether ids that are there, ids of another organisation, or ids of nothing get the same; another organisation's
 * and those of nothing always do.
 */
const walls = {
  //                                    out    planner other  appr   lead   admin  review 2nd    ended
  anybody: { /*                */ own: "in     in      in     in     in     in     in     in     in" },
  "holders of a link": { /*    */ own: "404    404     404    404    404    404    404    404    404" },
  "to sign in": { /*           */ own: "login  login   login  login  login  login  login  login  login" },
  "to the second step": { /*   */ own: "second second  second second second second second second second" },
  "own account": { /*          */ own: "login  in      in     in     in     in     in     in     login" },
  "own, confirmed": { /*       */ own: "login  in      in     in     in     in     in     second login" },
  "every member": { /*         */ own: "login  in      in     in     in     in     in     second login" },
  "plans sessions": { /*       */ own: "login  in      in     403    403    403    403    403    login" },

  "sees the session": {
    /*                         */ own: "login  in      404    in     in     in     404    second login",
    /*                   */ elsewhere: "login  404     404    404    404    404    404    second login",
  },
  "sees the record": {
    /*                         */ own: "login  in      404    in     in     in     in     second login",
    /*                   */ elsewhere: "login  404     404    404    404    404    404    second login",
  },
  "edits the session": {
    /*                         */ own: "login  in      404    403    403    403    404    second login",
    /*                   */ elsewhere: "login  404     404    404    404    404    404    second login",
  },
  "cancels the session": {
    /*                         */ own: "login  in      404    in     in     403    404    second login",
    /*                   */ elsewhere: "login  404     404    404    404    404    404    second login",
  },
  "notes a change of mind": {
    /*                         */ own: "login  in      404    in     in     in     404    second login",
    /*                   */ elsewhere: "login  404     404    404    404    404    404    second login",
  },
  "reads all answers": {
    /*                         */ own: "login  in      404    403    in     403    404    second login",
    /*                   */ elsewhere: "login  404     404    404    404    404    404    second login",
  },
  "states as lead": {
    /*                         */ own: "login  403     404    403    in     403    404    second login",
    /*                   */ elsewhere: "login  404     404    404    404    404    404    second login",
  },
  "signs off": {
    /*                         */ own: "login  403     404    in     403    403    404    second login",
    /*                   */ elsewhere: "login  404     404    404    404    404    404    second login",
  },

  "sees adults": {
    /*                         */ own: "login  in      in     in     in     in     403    second login",
    /*                   */ elsewhere: "login  404     404    404    404    404    403    second login",
  },
  "edits an adult": {
    /*                         */ own: "login  in      in     403    in     in     403    second login",
    /*                   */ elsewhere: "login  404     404    404    404    404    403    second login",
  },
  "adds adults": { /*          */ own: "login  in      in     403    in     in     403    403    login" },
  "sees platforms": {
    /*                         */ own: "login  in      in     in     in     in     403    second login",
    /*                   */ elsewhere: "login  404     404    404    404    404    403    second login",
  },
  "edits platforms": {
    /*                         */ own: "login  in      in     403    in     in     403    403    login",
    /*                   */ elsewhere: "login  404     404    403    404    404    403    403    login",
  },
  "sees settings": { /*        */ own: "login  in      in     in     in     in     403    second login" },
  "edits settings": { /*       */ own: "login  403     403    403    403    in     403    403    login" },
  "edits a question": {
    /*                         */ own: "login  403     403    403    403    in     403    403    login",
    /*                   */ elsewhere: "login  403     403    403    403    404    403    403    login",
  },
  "keeps members": {
    /*                         */ own: "login  403     403    403    403    in     403    403    login",
    /*                   */ elsewhere: "login  403     403    403    403    404    403    403    login",
  },
} satisfies Record<string, { own: string; elsewhere?: string }>;

export type Wall = keyof typeof walls;

/** `look`: reading a page. `send`: its form; null where it takes none. */
export type Route = { look: Wall; send: Wall | null };

const page = (look: Wall): Route => ({ look, send: null });
const form = (look: Wall, send: Wall = look): Route => ({ look, send });

const s = "/sessions/:sessionId";
const p = "/sessions/:sessionId/participants/:participantId";
const c = "/sessions/:sessionId/consent/:participantId";

/** Every route of the application by its pattern. The walk fails where one is missing here, or is here and nowhere else. */
export const routes: Record<string, Route> = {
  "/sign-in": form("anybody"),
  "/sign-in/organisation": form("anybody"),
  "/sign-in/o/:organisationId": form("anybody"),
  "/sign-in/callback": form("anybody"),
  "/sign-out": form("anybody", "to sign in"),
  "/set-up": form("to sign in", "anybody"),
  "/code": form("anybody"),
  "/link/:token": form("anybody"),
  "/invitation": form("anybody"),
  "/waiting": page("anybody"),
  "/forgotten": form("to sign in", "anybody"),
  "/reset": form("anybody"),

  "/c/:token": form("holders of a link"),
  "/c/:token/not-me": form("holders of a link"),
  "/c": page("holders of a link"),
  "/c/question/:scope": form("holders of a link"),
  "/c/answers": form("holders of a link"),
  "/c/change": form("holders of a link"),
  "/c/finish": form("anybody"),
  "/c/here": form("holders of a link"),
  "/c/handed-back": page("anybody"),
  "/c/stopped": page("anybody"),

  "/passkeys/options": form("anybody"),
  "/passkeys/sign-in": form("to sign in", "anybody"),
  "/passkeys/confirm": form("to the second step", "own account"),

  "/account": form("own account"),
  "/account/authenticator": form("own account"),
  "/account/recovery-codes": form("own, confirmed"),
  "/account/passkeys": form("own account"),
  "/account/organisations": form("own account"),
  "/account/resets": form("own account"),
  "/account/sign-in": form("own account"),
  "/account/sign-in/remove": form("own account"),
  "/confirm": form("own account"),

  "/": form("every member"),
  "/sessions": page("every member"),
  "/records": page("every member"),
  "/sessions/new": form("plans sessions"),

  [s]: page("sees the session"),
  [`${s}/readiness`]: page("sees the session"),
  [`${s}/lapsed`]: page("sees the session"),
  [`${s}/run-sheet`]: page("sees the session"),
  [`${s}/record`]: page("sees the record"),
  [`${s}/export`]: form("sees the record"),
  [`${s}/export/file`]: form("anybody", "sees the record"),

  [`${s}/details`]: form("edits the session"),
  [`${s}/accessibility`]: form("edits the session"),
  [`${s}/audience-notice`]: form("edits the session"),
  [`${s}/boundaries`]: form("edits the session"),
  [`${s}/briefing`]: form("sees the session", "edits the session"),
  [`${s}/organiser`]: form("edits the session"),
  [`${s}/record-late`]: form("edits the session"),
  [`${s}/check`]: form("edits the session"),
  [`${s}/stop-using`]: page("notes a change of mind"),
  [`${s}/stop-using/:participantId`]: form("notes a change of mind"),
  [`${s}/cancel`]: form("cancels the session"),

  [`${s}/platform`]: page("sees the session"),
  [`${s}/platform/choose`]: form("edits the session"),
  [`${s}/platform/shown`]: form("edits the session"),
  [`${s}/platform/watchers`]: form("edits the session"),
  [`${s}/platform/:modeId`]: form("edits the session"),

  [`${s}/adults`]: page("sees the session"),
  [`${s}/adults/add`]: form("edits the session"),
  [`${s}/adults/reporter`]: form("edits the session"),
  [`${s}/adults/:assignmentId`]: form("edits the session"),
  [`${s}/adults/:assignmentId/remove`]: form("edits the session"),

  [`${s}/participants`]: page("sees the session"),
  [`${s}/participants/add`]: form("edits the session"),
  [`${s}/participants/known`]: form("edits the session"),
  [p]: form("edits the session"),
  [`${p}/remove`]: form("edits the session"),

  [`${s}/consent`]: page("sees the session"),
  [`${s}/consent/ask`]: form("edits the session"),
  [`${s}/consent/links/:requestId`]: form("edits the session"),
  [`${s}/consent/here`]: form("edits the session"),
  [`${s}/consent/paper`]: page("edits the session"),
  [`${s}/consent/from-paper`]: form("edits the session"),
  [`${s}/consent/links`]: form("edits the session"),
  [c]: form("edits the session"),
  [`${c}/confirm`]: form("edits the session"),
  [`${c}/contact`]: form("edits the session"),
  [`${c}/correct`]: form("edits the session"),
  [`${c}/history`]: page("reads all answers"),
  [`${c}/change-of-mind`]: form("notes a change of mind"),
  [`${c}/decision`]: form("sees the session", "states as lead"),

  [`${s}/sensitivities`]: form("sees the session", "edits the session"),
  [`${s}/sensitivities/lead`]: form("states as lead"),
  [`${s}/sign-off`]: form("signs off"),
  [`${s}/return`]: form("signs off"),

  "/adults": page("sees adults"),
  "/adults/add": form("adds adults"),
  "/adults/:adultId": page("sees adults"),
  "/adults/:adultId/change": form("edits an adult"),
  "/adults/:adultId/vetting": form("edits an adult"),
  "/adults/:adultId/training": form("edits an adult"),
  "/adults/:adultId/statements": form("edits an adult"),
  "/adults/:adultId/stand-down": form("edits an adult"),
  "/adults/:adultId/two-people/:otherId": form("edits an adult"),

  "/platforms": page("sees platforms"),
  "/platforms/add": form("edits platforms"),
  "/platforms/:modeId": form("sees platforms", "edits platforms"),
  "/platforms/:modeId/edit": form("edits platforms"),

  "/settings": page("sees settings"),
  "/settings/policy": page("sees settings"),
  "/settings/policy/edit": form("edits settings"),
  "/settings/policy/contacts": form("edits settings"),
  "/settings/policy/legal-ages": form("sees settings", "edits settings"),
  "/settings/accounts": form("sees settings", "edits settings"),
  "/settings/contacts": form("sees settings", "edits settings"),
  "/settings/help-list": form("sees settings", "edits settings"),
  "/settings/public-name": form("sees settings", "edits settings"),
  "/settings/statements": form("sees settings", "edits settings"),
  "/settings/rules": page("sees settings"),
  "/settings/wording": page("sees settings"),
  "/settings/wording/briefing": form("edits settings"),
  "/settings/wording/:wordingId": form("edits a question"),

  "/settings/mail": form("keeps members"),
  "/settings/sign-in": form("keeps members"),
  "/settings/sign-in/remove": form("keeps members"),
  "/settings/users": page("keeps members"),
  "/settings/users/invite": form("keeps members"),
  "/settings/users/invitations/:invitationId": form("keeps members"),
  "/settings/users/:userId": form("keeps members"),
  "/settings/users/:userId/end": form("keeps members"),
  "/settings/users/:userId/reset": form("keeps members"),
  "/settings/users/:userId/second-step": form("keeps members"),
  "/settings/audit": page("keeps members"),
  "/settings/audit/csv": page("keeps members"),
  "/settings/audit/checkpoint": page("keeps members"),
};

/** What somebody is to get at a wall: for ids of their own organisation, or for any others. */
export function expectedAt(wall: Wall, person: Person, whose: "own" | "elsewhere"): Expected {
  const rows: { own: string; elsewhere?: string } = walls[wall];
  const cells = (rows[whose] ?? rows.own).trim().split(/\s+/);
  const cell = cells[people.indexOf(person)];
  if (cells.length !== people.length || !isExpected(cell)) throw new Error(`The row of ${wall} is not whole`);
  return cell;
}

function isExpected(cell: string | undefined): cell is Expected {
  return ["in", "404", "403", "login", "second"].includes(cell ?? "");
}
