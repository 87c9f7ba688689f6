import type { NeedLine } from "./need-lines";
import { SummaryList } from "./summary-list";
import { Tag } from "./tag";
import { TextLink } from "./text-link";

/** Who needs what, and how it is met. */
export function StatedNeeds({ people, participants }: { people: NeedLine[]; participants: string }) {
  if (people.length === 0) {
    return (
      <p className="govuk-body">
        No needs are recorded. Have you asked? Record them with each young person, under{" "}
        <TextLink to={participants}>Who takes part</TextLink>.
      </p>
    );
  }
  const rows = people.map(({ who, needs }) => ({
    key: who,
    value: (
      <ul className="govuk-list">
        {needs.map(({ words, metBy }) => (
          <li key={words}>
            {words}: {metBy ?? <Tag colour="red">Not met yet</Tag>}
          </li>
        ))}
      </ul>
    ),
  }));
  return <SummaryList rows={rows} />;
}
