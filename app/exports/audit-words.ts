import { eventWords, spoken } from "./words";

/** What happened outside any one session, by the type of the audit event. */
const otherWords: Partial<Record<string, string>> = {
  "organisation.created": "Organisation made",
  "organisation.changed": "Organisation’s details changed",
  "user.created": "Account made",
  "user.password_changed": "Password changed",
  "membership.changed": "Roles given",
  "membership.ended": "Removed from the organisation",
  "sign_in_provider.changed": "Organisation’s own sign-in changed",
  "sign_in_provider.removed": "Organisation’s own sign-in removed",
  "invitation.made": "Invitation made",
  "invitation.used": "Invitation used",
  "invitation.confirmed": "Invited person confirmed",
  "invitation.taken_back": "Invitation taken back",
  "reset_code.made": "Code to reset a password made",
  "second_step.removed": "Second step removed",
  "login_session.started": "Signed in",
  "login_session.confirmed": "Second step of signing in given",
  "login_session.ended": "Signed out",
  "mail.sent_again": "Mail that was cut off sent again",
  "notice.read": "Notice read",
  "adult.added": "Adult added",
  "adult.changed": "Adult’s record changed",
  "adult.stood_down": "Adult stood down",
  "adult.brought_back": "Adult brought back",
  "adult.told_apart": "Two adults told apart",
  "vetting_check.recorded": "Vetting check recorded",
  "training.recorded": "Training recorded",
  "person.added": "Young person added to those you know",
  "person.changed": "Young person’s identity changed",
  "platform_mode.added": "Platform added",
  "platform_mode.changed": "Platform changed",
  "platform_mode.reviewed": "Platform checked",
  "policy.changed": "Policy changed",
  "briefing_text.published": "Briefing published",
  "consent_wording.published": "Consent wording published",
  "consent_wording.changed": "Consent question changed",
  "standing_statement.made": "Statement made for the organisation",
  "session.viewed": "Page about young people opened",
  "participant.viewed": "Page about one young person opened",
};

/** What happened, in words, by the type of the audit event. */
export function auditWords(type: string): string {
  return otherWords[type] ?? eventWords[type] ?? spoken(type);
}
