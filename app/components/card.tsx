import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

type CardProps = {
  title?: ReactNode;
  /** Makes the whole card lead there. */
  to?: string;
  tag?: ReactNode;
  level?: 2 | 3;
  id?: string;
  children: ReactNode;
};

export function Card({ title, to, tag, level = 3, id, children }: CardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className={to ? "app-card app-card--link" : "app-card"} id={id}>
      {title || tag ? (
        <div className="app-card__head">
          {title ? (
            <Heading className="app-card__title">
              {to ? (
                <Link to={to} className="govuk-link">
                  {title}
                </Link>
              ) : (
                title
              )}
            </Heading>
          ) : null}
          {tag}
        </div>
      ) : null}
      {children}
    </div>
  );
}

/** Short facts in a row, parted by dots: "Thursday 10 December 2026 · YouTube, private · 5 young people". */
export function Facts({ facts }: { facts: ReactNode[] }) {
  return (
    <ul className="app-facts">
      {facts.filter(Boolean).map((fact, at) => (
        <li key={at}>{fact}</li>
      ))}
    </ul>
  );
}
