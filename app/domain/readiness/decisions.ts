export type Decisions = { heading: string; decisions: string[] };

/** What no guidance settles and Greenroom had to: each is deliberate, and a rule or a test holds it. */
export const decisionsWhereGuidanceIsSilent: readonly Decisions[] = [
  {
    heading: "What a result means",
    decisions: [
      "An empty answer is never a yes: what the record does not say is “not answered”, and keeps a session from being ready like a wrong answer.",
      "A finding that says no, withdrawn, wrong or too late makes a requirement not met, even beside others that are only silent. Warnings change no status.",
      "Nothing that was recorded after the moment asked about counts for that moment.",
      "Only R03, R28, R29 and B13 can be accepted with a reason, by the approver in signing off; and missing consent, where the organisation's policy says so. A young person's own no, an age limit, a missing observer, a late briefing and a start that has passed can never be.",
      "A number of the policy that the organisation has changed is told as its own, whoever proposed the number that it started with.",
      "A record or a sign-off that was made under a rule set which this Greenroom does not know is refused, not judged by another.",
      "A redacted record gives the same statuses as the full one: what the rules need of a name or a birth stands in it as a derived fact.",
    ],
  },
  {
    heading: "Ages and dates",
    decisions: [
      "Ages are judged on the local date of the session's start, vetting, training, reviews and statements on the local date of its end.",
      "Somebody born on 29 February has their birthday on 1 March in a common year. A birthday counts from midnight where the session is.",
      "Where only a month or a year of birth is held, the person is taken to be born on its last day, so as young as possible, for every rule.",
      "How far a session could move is asked of everybody at their age on the first day of a new age rule. A redacted record holds no births and takes their age on the session's own day, which is never later.",
      "A risk assessment that is dated in the future has not been done yet.",
      "A last good day is inclusive. What holds for n months from a day holds until that day n months later, less one day; month ends are clamped.",
      "A vetting check on the Update Service also holds for twelve months, less a day, after its last status check. A certificate itself has no expiry date.",
      "A session may be in any time zone; its end is after its start and within 24 hours. An hour that clocks show twice is asked about. An end at an earlier hour is on the next day; where the session would last longer than 12 hours, somebody says so first.",
    ],
  },
  {
    heading: "Platforms",
    decisions: [
      "On a platform of kind social, what the session is for has to be on record: only then is it known that it is not therapy.",
      "When an organiser saves a stream, until when is part of the answer; when they show it again, it need not be.",
      "What is judged is a platform in the way it is used: YouTube public, unlisted and private are three. A link that is hard to guess does not restrict an audience.",
      "In a chain of platforms young people join the first; every one has to pass the checks on review, going live, being on camera, donations, settings, reporting and audience.",
      "An age limit that nobody could find out is recorded as unknown. That is an answer for R07, and for R08 it stops whoever it matters to; a blank fails R07.",
      "A guest without an account is held to the age in the platform's terms. Joining through a parent's account is Greenroom's own allowance, only where the platform is marked so, and never where it is for adults only.",
      "A legal bar by age applies to own accounts, parents' accounts and guest links from its first day. Watching in the room is not barred unless the fact says so.",
      "Services that the announcement of June 2026 names are to be checked again by 1 March 2027, whatever the interval; a check on or after that day clears it.",
      "A check of a platform counts for the facts that the person saw: when somebody changes them meanwhile, they are looked at again.",
      "An age that changes from a day on keeps the older one for the days before, so that each session is judged by the rule of its own day.",
    ],
  },
  {
    heading: "Adults and statements",
    decisions: [
      "R04 to R06 are stated by every assigned adult but guests, R09 to R11 by the organisation; all are renewed at one interval. R12 is stated for each session.",
      "The adult in charge of our group is the host of a session that we join, and R13 speaks of our room there. A young person's own home is advice only.",
      "What an adult confirms is this session at this time. Once it is moved, observers, support contacts and the lead on call confirm again.",
      "R14's “suitable for this group” is what the approver confirms in signing; it is no part of readiness.",
      "R27 has to be dated after the last participant was added and after the last change of topic, and only a safeguarding lead states it.",
      "The approver is not the planner, the host, an observer or somebody who widened the session since the last sign-off, whatever roles they hold. A single-manager organisation names a deputy; a trustee will do.",
      "A vetting check for work with adults only clears nobody for work with children, and one of which nobody recorded it is not answered. A check that names nobody to work with, as a basic one, is for the organisation to clear.",
      "Two adult records that look like one human being count as one until somebody states that they differ.",
    ],
  },
  {
    heading: "Briefing",
    decisions: [
      "A briefing holds until the platform or mode changes, or new words change the meaning; a small change of the words re-opens nothing.",
      "“Chat is off” answers R17. Opening the chat, or opening it further, re-opens it; closing it does not.",
      "When joining, not knowing about donations is met by telling the young people that they need not give.",
      "A briefing at the very moment of the start is too late, and stays too late: it is never re-dated.",
    ],
  },
  {
    heading: "Consent",
    decisions: [
      "A competence decision takes two people: a worker who knows the young person proposes it, and a safeguarding lead who is somebody else and neither plans nor hosts agrees, with what was considered.",
      "The safeguarding lead names who proposed a decision. A newer decision takes the place of an older one, and a no ends it; none is changed. Each is for one session, and may end on a day.",
      "Whose answer counts can be decided only about answers that differ, for somebody who gave one, and never about a young person's own no.",
      "A recording that would be deleted before the session's own day is a slip, and blocks.",
      "Only who is exposed in a way is asked about it: in the room and out of sight, taking part is the one question. A platform is not another organisation in the sense of that question.",
      "A change of mind is recorded by any of the staff who see the session, whoever they were told by; answers are recorded by its planners.",
      "The newest answer of each giver counts, in the order in which the database took them. A yes after a no counts once a worker who spoke with the person has confirmed it.",
      "A young person's no is simply no. A no from somebody whose answer is needed blocks as well. Every other disagreement is for a safeguarding lead who neither plans nor hosts.",
      "At 18 and over only the person's own answers count.",
      "Where the policy leaves missing consent to the approver, a parent who was not asked can be accepted; a no cannot.",
    ],
  },
  {
    heading: "Changes after a sign-off",
    decisions: [
      "An edit is judged by its result: what breaks a requirement lapses the sign-off; what only narrows carries it forward; what is cosmetic does nothing; anything else lapses it.",
      "A sign-off is bound to the risk assessment, what the contact leads to, what accounts and platforms are called and who stands behind each participant, too; an adult's own name and address put right are no such fact.",
      "An answer on restricting the audience that goes from no to yes only narrows; another way of restricting it does not.",
      "A setting that goes from a reasoned exception to its safe value only narrows, also when its note goes with it.",
      "Renewed checks and statements, a further yes, a platform checked again and a repeated briefing leave a sign-off alone unless they break something.",
      "When something that sessions share changes – an account, a contact, a statement, a platform, the briefing – every session that has not started and rests on it is judged before and after.",
      "A new policy holds for sessions from its date on. It voids no sign-off by itself; the next material edit is judged by it, and what it leaves to the approver's acceptance has not been accepted yet.",
      "A withdrawal suspends. Edits that only narrow and make the session ready again restore the sign-off; whatever else puts right what was missing, as a yes that begins to count does, ends it; a no said again and a yes that waits change nothing of it; and nothing revives one that lapsed.",
    ],
  },
];
