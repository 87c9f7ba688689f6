import { Link } from "@remix-run/react";

type PaginationProps = { page: number; pages: number; to: (page: number) => string };

/** Previous and next, with where one is. Nothing when there is one page only. */
export function Pagination({ page, pages, to }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav className="govuk-pagination" aria-label="Pages">
      {page > 1 ? <Step to={to(page - 1)} text="Previous" kind="prev" /> : null}
      <p className="govuk-body">
        Page {page} of {pages}
      </p>
      {page < pages ? <Step to={to(page + 1)} text="Next" kind="next" /> : null}
    </nav>
  );
}

function Step({ to, text, kind }: { to: string; text: string; kind: "prev" | "next" }) {
  return (
    <div className={`govuk-pagination__${kind}`}>
      <Link className="govuk-link govuk-pagination__link" to={to} rel={kind}>
        <span className="govuk-pagination__link-title">
          {text}
          <span className="govuk-visually-hidden"> page</span>
        </span>
      </Link>
    </div>
  );
}
