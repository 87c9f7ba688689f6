import { countOf, instantInWords } from "~/domain/time/words";
import { Fold } from "./details";

type SeenByProps = { views: { name: string | null; times: number; last: string }[]; zone: string };

/** Who opened pages about the young people of a session, in sum; without names for whoever may not have them. */
export function SeenBy({ views, zone }: SeenByProps) {
  const [latest] = views;
  if (!latest) return null;
  if (latest.name === null)
    return (
      <p className="govuk-body app-muted">
        {countOf(views.length, "person has", "people have")} opened pages about young people here, the last on{" "}
        {instantInWords(latest.last, zone)}.
      </p>
    );
  return (
    <Fold summary={`Who opened pages about young people (${views.length})`}>
      <ul className="govuk-list">
        {views.map(({ name, times, last }) => (
          <li key={`${name} ${last}`}>
            {name}: {countOf(times, "time")}, last on {instantInWords(last, zone)}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
