import type { BriefingPoint } from "../record/fields";

/** The words of the briefing that a new organisation starts with, one sentence or two for each point. */
export const defaultBriefing: Record<BriefingPoint, string> = {
  live: "This is live. People see and hear it straight away. It cannot be taken back.",
  comments: "Other people can see what you write. We may not be able to change or delete it.",
  personal_information:
    "Keep personal things to yourself. Do not say your last name, your school, where you live or your phone number.",
  contact_requests: "People you do not know may ask to be your friend. Do not answer them. Tell us.",
  donations: "Somebody may ask for money. You do not have to give any.",
  who_to_tell:
    "If something upsets you, tell your contact. They are there during and after the session. You can also call Childline on 0800 1111.",
};
