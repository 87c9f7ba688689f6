export type Answer = { key: string; value: string | null };

/** One part of a session as it was answered, with the page that changes it. */
export type AnswerSection = { heading: string; to: string; answers: Answer[] };
