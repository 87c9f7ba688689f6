/** Where a rule comes from: what to call it, where it can be read, the date of the page and the day it was read. */
export type Source = { label: string; address: string | null; pageDate: string | null; readOn: string };

const readOn = "2026-11-22";
const toolkit =
  "youthaccess.org.uk/remote-support-toolkit: How do we maintain boundaries with young people on social media?";

export const nspcc: Source = {
  label: "NSPCC, as quoted by Youth Access (2020)",
  address: toolkit,
  pageDate: "2020",
  readOn,
};
export const youthAccess: Source = {
  label: "Youth Access (2020)",
  address: toolkit,
  pageDate: "2020",
  readOn,
};
export const afterNspcc: Source = {
  label: "Greenroom's default, after the NSPCC",
  address: toolkit,
  pageDate: "2020",
  readOn,
};
export const greenroom: Source = { label: "Greenroom's default", address: null, pageDate: null, readOn };
export const organisationPolicy: Source = {
  label: "Your organisation's policy",
  address: null,
  pageDate: null,
  readOn,
};
export const platformTerms: Source = { label: "The platform's terms", address: null, pageDate: null, readOn };
export const law: Source = {
  label: "The law, as your organisation recorded it",
  address: null,
  pageDate: null,
  readOn,
};
export const nspccRatios: Source = {
  label: "NSPCC briefing on adult to child ratios (best practice, not law)",
  address:
    "learning.nspcc.org.uk/research-resources/briefings/recommended-adult-child-ratios-working-with-children",
  pageDate: "September 2023",
  readOn,
};
export const nspccParents: Source = {
  label: "NSPCC on parents who come along",
  address: "learning.nspcc.org.uk/safeguarding-child-protection/recommended-adult-to-child-ratios",
  pageDate: null,
  readOn,
};
export const youthAgency: Source = {
  label: "National Youth Agency, online delivery guidance",
  address: "nya.org.uk/safeguarding-asset/online-delivery-policy-and-guidance",
  pageDate: null,
  readOn,
};
export const derby: Source = {
  label: "University of Derby safeguarding policy, appendix 4",
  address: "derby.ac.uk/about/governance/policies/safeguarding/appendix-4",
  pageDate: null,
  readOn,
};
export const swgfl: Source = {
  label: "SWGfL, safe remote learning",
  address: "swgfl.org.uk/resources/safe-remote-learning",
  pageDate: null,
  readOn,
};
export const girlguiding: Source = {
  label: "Girlguiding virtual meeting form (2020)",
  address: null,
  pageDate: "November 2020",
  readOn,
};
export const zoomSecurity: Source = {
  label: "Zoom's advice on securing meetings, and tutors' and scouts' practice",
  address: "support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0061231",
  pageDate: null,
  readOn,
};
export const meetConsent: Source = {
  label: "Google Meet on consent to recording, transcripts and notes",
  address: "knowledge.workspace.google.com/admin/meet/manage-participant-consent",
  pageDate: null,
  readOn,
};

const known: Source[] = [
  nspcc,
  youthAccess,
  afterNspcc,
  greenroom,
  organisationPolicy,
  platformTerms,
  law,
  nspccRatios,
  nspccParents,
  youthAgency,
  derby,
  swgfl,
  girlguiding,
  zoomSecurity,
  meetConsent,
];

/** The source that a finding or requirement names by its label. */
export function sourceLabelled(label: string): Source | null {
  return known.find((source) => source.label === label) ?? null;
}
