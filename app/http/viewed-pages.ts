/*
 * Which pages show names, answers or needs of young people. Opening one of them is an event in the audit trail. Every
 * route stands in one of the two lists: a test fails for one that does not, and opens those of the second to look for a name.
 */

type ViewedPage = {
  /** As the event says it. */
  page: string;
  /** Whom or what the page is about, and the parameter of the route that names it. */
  about: "session" | "participant";
};

const ofSession = (page: string): ViewedPage => ({ page, about: "session" });
const ofParticipant = (page: string): ViewedPage => ({ page, about: "participant" });

/** By the route's id. All of them are pages of one session. */
export const viewedPages: Readonly<Record<string, ViewedPage>> = {
  "routes/sessions.$sessionId._index": ofSession("overview"),
  "routes/sessions.$sessionId.accessibility": ofSession("accessibility"),
  "routes/sessions.$sessionId.audience-notice": ofSession("audience_notice"),
  "routes/sessions.$sessionId.briefing": ofSession("briefing"),
  "routes/sessions.$sessionId.check": ofSession("check"),
  "routes/sessions.$sessionId.consent._index": ofSession("consent"),
  "routes/sessions.$sessionId.consent.$participantId._index": ofParticipant("consent"),
  "routes/sessions.$sessionId.consent.$participantId.change-of-mind": ofParticipant("change_of_mind"),
  "routes/sessions.$sessionId.consent.$participantId.confirm": ofParticipant("consent_confirmation"),
  "routes/sessions.$sessionId.consent.$participantId.decision": ofParticipant("consent_decision"),
  "routes/sessions.$sessionId.consent.$participantId.history": ofParticipant("consent_history"),
  "routes/sessions.$sessionId.details": ofSession("details"),
  "routes/sessions.$sessionId.lapsed": ofSession("lapsed"),
  "routes/sessions.$sessionId.organiser": ofSession("organiser"),
  "routes/sessions.$sessionId.participants._index": ofSession("participants"),
  "routes/sessions.$sessionId.participants.add": ofSession("add_participant"),
  "routes/sessions.$sessionId.participants.known": ofSession("known_people"),
  "routes/sessions.$sessionId.participants.$participantId._index": ofParticipant("participant"),
  "routes/sessions.$sessionId.participants.$participantId.remove": ofParticipant("remove_participant"),
  "routes/sessions.$sessionId.platform.watchers": ofSession("watchers"),
  "routes/sessions.$sessionId.readiness": ofSession("readiness"),
  "routes/sessions.$sessionId.record": ofSession("record"),
  "routes/sessions.$sessionId.return": ofSession("return"),
  "routes/sessions.$sessionId.run-sheet": ofSession("run_sheet"),
  "routes/sessions.$sessionId.sensitivities._index": ofSession("sensitivities"),
  "routes/sessions.$sessionId.sensitivities.lead": ofSession("considered_people"),
  "routes/sessions.$sessionId.sign-off": ofSession("sign_off"),
};

/** By the route's id. */
export const pagesWithoutYoungPeople: readonly string[] = [
  "routes/_index",
  "routes/account",
  "routes/account_.authenticator",
  "routes/account_.recovery-codes",
  "routes/adults.$adultId._index",
  "routes/adults.$adultId.change",
  "routes/adults.$adultId.stand-down",
  "routes/adults.$adultId.statements",
  "routes/adults.$adultId.training",
  "routes/adults.$adultId.two-people.$otherId",
  "routes/adults.$adultId.vetting",
  "routes/adults._index",
  "routes/adults.add",
  "routes/code",
  "routes/confirm",
  "routes/invitation",
  "routes/link.$token",
  "routes/platforms.$modeId._index",
  "routes/platforms.$modeId.edit",
  "routes/platforms._index",
  "routes/platforms.add",
  "routes/records",
  "routes/sessions.$sessionId.adults.$assignmentId._index",
  "routes/sessions.$sessionId.adults.$assignmentId.remove",
  "routes/sessions.$sessionId.adults._index",
  "routes/sessions.$sessionId.adults.add",
  "routes/sessions.$sessionId.adults.reporter",
  "routes/sessions.$sessionId.boundaries",
  "routes/sessions.$sessionId.cancel",
  "routes/sessions.$sessionId.export",
  "routes/sessions.$sessionId.export_.file",
  "routes/sessions.$sessionId.platform.$modeId",
  "routes/sessions.$sessionId.platform._index",
  "routes/sessions.$sessionId.platform.choose",
  "routes/sessions.$sessionId.platform.shown",
  "routes/sessions.$sessionId.record-late",
  "routes/sessions._index",
  "routes/sessions.new",
  "routes/set-up",
  "routes/settings._index",
  "routes/settings.accounts",
  "routes/settings.audit._index",
  "routes/settings.audit.checkpoint",
  "routes/settings.audit.csv",
  "routes/settings.contacts",
  "routes/settings.mail",
  "routes/settings.policy._index",
  "routes/settings.policy.edit",
  "routes/settings.policy.legal-ages",
  "routes/settings.rules",
  "routes/settings.statements",
  "routes/settings.users.$userId._index",
  "routes/settings.users.$userId.end",
  "routes/settings.users._index",
  "routes/settings.users.invitations.$invitationId",
  "routes/settings.users.invite",
  "routes/settings.wording._index",
  "routes/settings.wording.briefing",
  "routes/sign-in",
  "routes/sign-out",
  "routes/waiting",
];
