import { Link } from "@remix-run/react";

export function BackLink({ to, children = "Back" }: { to: string; children?: string }) {
  return (
    <Link to={to} className="govuk-back-link">
      {children}
    </Link>
  );
}

/** The pages above this one, from the top. */
export function Breadcrumbs({ trail }: { trail: { label: string; to: string }[] }) {
  return (
    <nav className="govuk-breadcrumbs" aria-label="Breadcrumb">
      <ol className="govuk-breadcrumbs__list">
        {trail.map(({ label, to }) => (
          <li key={to} className="govuk-breadcrumbs__list-item">
            <Link to={to} className="govuk-breadcrumbs__link">
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
