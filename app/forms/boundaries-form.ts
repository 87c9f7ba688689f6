import { z } from "zod";
import type { Session } from "~/domain/record/session";
import { answerOf, choices, optionalId, optionalYesNo } from "./choice";
import { dateParts, optionalDateField } from "./date-field";
import type { FormValues } from "./read-form-data";
import { optionalName, optionalParagraphs } from "./text";

/** What is stated on the page about accounts and boundaries. */
export const boundaryStatements = [
  "organisation_accounts_only",
  "no_personal_details",
  "no_therapeutic_conversations",
  "can_report_and_remove",
  "identity_hidden",
] as const;

export const boundariesForm = z
  .object({
    invites: optionalId({ select: "Select the account for invitations" }),
    stream: optionalId({ select: "Select the account for the stream" }),
    contactRouteId: optionalId({ select: "Select how young people ask questions" }),
    inviteText: optionalParagraphs({ label: "Invitation", max: 4000 }),
    linkSharedPrivately: optionalYesNo({ select: "Select how the link is shared" }),
    riskCompletedOn: optionalDateField({ label: "Date of the risk assessment" }),
    riskAgreedBy: optionalName({ label: "Who agreed it", max: 120 }),
    states: choices(boundaryStatements, { select: "Select what you state" }),
  })
  .transform(({ riskCompletedOn, riskAgreedBy, ...rest }, context) => {
    if (riskCompletedOn && !riskAgreedBy)
      context.addIssue({
        code: "custom",
        path: ["riskAgreedBy"],
        message: "Enter who agreed the risk assessment",
      });
    if (riskAgreedBy && !riskCompletedOn)
      context.addIssue({ code: "custom", path: ["riskCompletedOn"], message: "Enter when it was agreed" });
    const riskAssessment =
      riskCompletedOn && riskAgreedBy ? { completedOn: riskCompletedOn, agreedBy: riskAgreedBy } : null;
    return { ...rest, riskAssessment };
  });

export const boundariesLabels = {
  invites: "Account for invitations",
  stream: "Account for the stream",
  contactRouteId: "How young people ask questions",
  inviteText: "Invitation",
  linkSharedPrivately: "Link shared only with those who take part",
  riskCompletedOn: "Risk assessment done on",
  riskAgreedBy: "Risk assessment agreed by",
};

export function boundariesDefaults(session: Session): FormValues {
  return {
    invites: session.accounts?.invites ?? "",
    stream: session.accounts?.stream ?? "",
    contactRouteId: session.contactRouteId ?? "",
    inviteText: session.inviteText ?? "",
    linkSharedPrivately: answerOf(session.linkSharedPrivately),
    riskCompletedOn: dateParts(session.riskAssessment?.completedOn ?? null),
    riskAgreedBy: session.riskAssessment?.agreedBy ?? "",
  };
}
