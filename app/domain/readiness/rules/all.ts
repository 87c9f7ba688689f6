import type { Rule } from "../rule";
import { accessible } from "./accessibility";
import {
  contactRoute,
  friendRequests,
  noPersonalDetails,
  noPersonalRelationships,
  noTherapy,
  organisationalAccounts,
  personalAccountsPrivate,
  privacyNotGuaranteed,
  privateUse,
} from "./boundaries";
import { briefedBefore } from "./briefing";
import {
  knowsWhoToTell,
  needNotDonate,
  noPersonalInformation,
  noUnknownContacts,
  understandsComments,
  understandsLive,
} from "./briefing-points";
import { consented } from "./consent";
import { audienceRestricted, savingConsidered } from "./considered";
import { organisationDevices } from "./devices";
import { identityHidden } from "./identity";
import { contentKnown, contentSuitable, reuseKnown, savingKnown } from "./joining";
import { mixedAges, notOneToOne, parentsNotCounted, ratio, twoAdults } from "./numbers";
import { observed } from "./observers";
import { leadOnCall, oneWatchesMessages } from "./on-duty";
import { openPlace } from "./place";
import { recordingReasoned, riskAssessment, shortEnough } from "./plan";
import { platformAge } from "./platform-age";
import { platformKnown } from "./platform-review";
import { reporting } from "./reporting";
import { leadConsidered, needsConsidered } from "./sensitivities";
import { privacyUnderstood, settingsSafe } from "./settings";

/** Every requirement, in the order in which results list them. */
export const allRules: readonly Rule[] = [
  organisationalAccounts,
  noPersonalDetails,
  organisationDevices,
  personalAccountsPrivate,
  noPersonalRelationships,
  privateUse,
  platformKnown,
  platformAge,
  friendRequests,
  contactRoute,
  privacyNotGuaranteed,
  noTherapy,
  openPlace,
  observed,
  briefedBefore,
  understandsLive,
  understandsComments,
  noPersonalInformation,
  noUnknownContacts,
  needNotDonate,
  knowsWhoToTell,
  privacyUnderstood,
  reporting,
  accessible,
  identityHidden,
  needsConsidered,
  leadConsidered,
  audienceRestricted,
  savingConsidered,
  consented,
  contentKnown,
  contentSuitable,
  savingKnown,
  reuseKnown,
  twoAdults,
  ratio,
  parentsNotCounted,
  riskAssessment,
  shortEnough,
  recordingReasoned,
  leadOnCall,
  oneWatchesMessages,
  notOneToOne,
  settingsSafe,
  mixedAges,
];
