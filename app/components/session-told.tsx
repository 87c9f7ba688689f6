type SessionToldProps = { title: string; when: string; alsoAsked: "parent" | "nobody" | "not_known" };

const alsoAskedWords: Record<SessionToldProps["alsoAsked"], string> = {
  parent: "We also ask your parent or carer. Your own no always counts.",
  nobody: "We ask only you.",
  not_known: "We may also ask your parent or carer. Your own no always counts.",
};

/** What a young person is told before the first question. */
export function SessionTold({ title, when, alsoAsked }: SessionToldProps) {
  return (
    <div className="told">
      <p>
        <strong>{title}</strong>
        <br />
        {when}
      </p>
      <p>{alsoAskedWords[alsoAsked]}</p>
    </div>
  );
}
