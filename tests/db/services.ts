/*
 * Every function of every service: what keeps strangers out of it. A list of names are the ids that it takes after the
 * actor; it is called with those of another organisation, and, of its own, by somebody whose roles allow nothing.
 */

/** `ids`: refuses both; where `everyRole` may do it, the stranger alone. `right`: takes no id, so that a role alone keeps people out. The rest says why there is nobody to refuse. */
export type Guard =
  | { ids: readonly string[]; everyRole?: true }
  | "right"
  /** Acts on the account or the login of the actor alone. */
  | "own"
  /** A part of another service, inside its change. */
  | "inside"
  /** What is sent is what opens it: a token, a password, a passkey. Its own tests try it. */
  | "opened"
  /** Only the terminal or the clock of the installation calls it. */
  | "operator"
  /** Computes, and touches nothing. */
  | "computes";

const about = (...ids: string[]): Guard => ({ ids });

export const services: Record<string, Record<string, Guard>> = {
  "accept-invitation": { acceptAsNewcomer: "opened", acceptWithAccount: "opened" },
  "add-adult": { addAdult: "right", createAdult: "inside" },
  "add-assignment": { addAssignment: about("sessionId"), deviceColumns: "computes" },
  "add-contact-route": { addContactRoute: "right" },
  "add-known-people": { addKnownPeople: about("sessionId") },
  "add-other-platform": { addOtherPlatform: "right" },
  "add-participant": { addParticipant: about("sessionId") },
  "add-passkey": { addPasskey: "own" },
  "add-platform-modes": { addPlatformModes: "right" },
  "answer-settings": { answerSettings: about("sessionId", "modeId") },
  "approve-account": { approveAccount: "right" },
  "cancel-session": { cancelSession: about("sessionId") },
  "change-adult": { changeAdult: about("adultId") },
  "change-assignment": { changeAssignment: about("sessionId", "assignmentId") },
  "change-details": { changeDetails: about("sessionId") },
  "change-email-domains": { changeEmailDomains: "right" },
  "change-invitation": { takeBackInvitation: about("invitationId"), remakeInvitation: about("invitationId") },
  "change-media": { changeMedia: about("sessionId") },
  "change-member": { changeMember: about("userId") },
  "change-participant": { changeParticipant: about("sessionId", "participantId") },
  "change-password": { changePassword: "own" },
  "change-platform-mode": { changePlatformMode: about("modeId"), holdMode: "inside" },
  "change-policy": { changePolicy: "right" },
  change: { change: "inside" },
  "choose-platforms": { choosePlatforms: about("sessionId") },
  "choose-reporter": { chooseReporter: about("sessionId") },
  "choose-who-resets": { chooseWhoResets: "own" },
  "confirm-by-passkey": { confirmByPasskey: "own" },
  "confirm-consent": { confirmConsent: about("sessionId", "participantId") },
  "confirm-invitation": { confirmInvitation: about("invitationId") },
  "confirm-login": { confirmLogin: "own" },
  "consider-participants": { considerParticipants: about("sessionId") },
  "consider-watchers": { considerWatchers: about("sessionId") },
  "counted-try": { countedTry: "inside", countedOwnTry: "inside", tooManyTries: "computes" },
  "create-organisation": { createFirstOrganisation: "opened" },
  "decide-consent": { decideConsent: about("sessionId", "participantId") },
  "describe-topic": { describeTopic: about("sessionId") },
  "edit-adult": { editAdult: about("adultId") },
  "edit-session": { editSession: about("sessionId"), holdSession: "inside" },
  "end-account": { endAccount: about("accountId") },
  "end-login-session": { signOut: "own" },
  "end-membership": { endMembership: about("userId") },
  "export-session-record": { exportSessionRecord: { ids: ["sessionId"], everyRole: true } },
  "found-organisation": { foundOrganisation: "inside" },
  invite: { invite: "right", newSecret: "computes", shown: "computes", storeInvitation: "inside" },
  "join-organisation": { joinOrganisation: "inside" },
  "keep-boundaries": { keepBoundaries: about("sessionId") },
  "keep-daily-checkpoints": { keepDailyCheckpoints: "operator" },
  "make-reset-code": { makeResetCode: about("userId") },
  "mark-notices-read": { markNoticesRead: "own" },
  "mark-session-ready": { markSessionReady: about("sessionId") },
  "one-export-at-a-time": { oneExportAtATime: "inside" },
  "open-link": { openLink: "opened" },
  "open-login": { openLogin: "inside" },
  "operate-accounts": {
    operatorCreatesOrganisation: "operator",
    operatorCreatesUser: "operator",
    operatorResetsPassword: "operator",
    operatorRemovesSecondStep: "operator",
  },
  "passkey-options": {
    hostOf: "computes",
    passkeySignInOptions: "opened",
    passkeyConfirmOptions: "own",
    newPasskeyOptions: "own",
  },
  "password-choice": { choosePassword: "computes" },
  password: { hashPassword: "computes", passwordFits: "computes" },
  "plan-accessibility": { planAccessibility: about("sessionId") },
  "plan-session": { planSession: "right" },
  "publish-briefing": { publishBriefing: "right" },
  "publish-default-wordings": { wordsDigest: "computes", publishDefaultWordings: "inside" },
  "record-briefing": { recordBriefing: about("sessionId") },
  "record-consent": { recordConsent: about("sessionId", "participantId"), newestSeq: "computes" },
  "record-legal-age": { recordLegalAge: "right" },
  "record-organiser": { recordOrganiser: about("sessionId") },
  "record-session-late": { recordSessionLate: about("sessionId") },
  "record-training": { recordTraining: about("adultId") },
  "record-vetting-check": { recordVettingCheck: about("adultId") },
  "remove-assignment": { removeAssignment: about("sessionId", "assignmentId") },
  "remove-legal-age": { removeLegalAge: "right" },
  "remove-participant": { removeParticipant: about("sessionId", "participantId") },
  "remove-passkey": { removePasskey: "own" },
  "remove-second-step": { removeSecondStep: about("userId"), removeIn: "inside" },
  "renew-adult-statements": { renewAdultStatements: about("adultId") },
  "replace-recovery-codes": { replaceRecoveryCodes: "own" },
  "request-password-reset": { requestPasswordReset: "opened" },
  "reset-password": { resetPassword: "opened" },
  "retire-contact-route": { retireContactRoute: about("routeId") },
  "return-session": { returnSession: about("sessionId") },
  "review-platform-mode": { reviewPlatformMode: about("modeId") },
  "revise-legal-ages": { reviseLegalAges: "right" },
  "set-up-authenticator": { setUpAuthenticator: "own" },
  "settle-shared-change": { settleSharedChange: "inside" },
  "settle-sign-off": { settleSignOff: "inside" },
  "sign-in-by-passkey": { signInByPasskey: "opened" },
  "sign-off-session": { signOffSession: about("sessionId"), holdForApprover: "inside" },
  "sign-out-elsewhere": { signOutElsewhere: "own", endOthers: "inside" },
  "stand-down-adult": { standDownAdult: about("adultId"), bringAdultBack: about("adultId") },
  "start-login-session": { signInByPassword: "opened", startLoginSession: "opened" },
  "state-for-organisation": { stateForOrganisation: "right" },
  "state-for-session": { stateForSession: "inside" },
  "switch-organisation": { switchOrganisation: about("organisationId") },
  "tell-adults-apart": { tellAdultsApart: about("adultId", "otherId") },
  "verify-passkey": { verifyPasskey: "inside" },
  "withdraw-consent": { withdrawConsent: about("sessionId", "participantId") },
  "write-audience-notice": { writeAudienceNotice: about("sessionId") },
};
