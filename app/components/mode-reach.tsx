import { dateInWords, parseDate } from "~/domain/time/words";
import { paths } from "~/paths";
import type { SessionLink } from "./mode-facts";
import { Section } from "./page-heading";
import { TextLink } from "./text-link";

/** Which sessions a change of this platform would reach; those that the reader may not see are counted only. */
export function ModeReach({ sessions, others }: { sessions: SessionLink[]; others: number }) {
  return (
    <Section heading="Upcoming sessions on it">
      {sessions.length === 0 && others === 0 ? (
        <p className="govuk-body">None. A change here reaches no session that is planned.</p>
      ) : (
        <p className="govuk-body">
          A change to what is known is judged for each of them, and a sign-off that rested on it lapses.
        </p>
      )}
      <ul className="govuk-list">
        {sessions.map(({ id, title, when }) => (
          <li key={id}>
            <TextLink to={paths.session(id)}>{title}</TextLink>, {when}
          </li>
        ))}
        {others > 0 ? <li>{others} more that others plan</li> : null}
      </ul>
    </Section>
  );
}

/** Where what is known comes from. Addresses are shown as text, so that nobody follows an old link by accident. */
export function ModeSources({ sources }: { sources: { address: string; readOn: string | null }[] }) {
  if (sources.length === 0) return null;
  return (
    <Section heading="Where this comes from">
      <ul className="govuk-list govuk-list--bullet">
        {sources.map(({ address, readOn }) => (
          <li key={address} className="app-address">
            {address}
            {readOn ? `, read on ${dateInWords(parseDate(readOn))}` : ""}
          </li>
        ))}
      </ul>
    </Section>
  );
}
