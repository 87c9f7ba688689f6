import type { ReactNode } from "react";

type PageHeadingProps = {
  title: ReactNode;
  /** What the page belongs to, above the heading and read as part of it. */
  caption?: ReactNode;
  tags?: ReactNode;
  /** The one or two sentences that come first. */
  lead?: ReactNode;
};

export function PageHeading({ title, caption, tags, lead }: PageHeadingProps) {
  return (
    <div className="app-heading">
      {caption ? <p className="app-heading__caption">{caption}</p> : null}
      {tags ? <p className="app-heading__tags">{tags}</p> : null}
      <h1 className="govuk-heading-xl">{title}</h1>
      {lead ? <p className="app-lead">{lead}</p> : null}
    </div>
  );
}

/** A heading on the left with the answer and the next step, and a summary beside it. */
export function Hero({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className="app-hero">
      <div>{children}</div>
      {aside}
    </div>
  );
}

/** The next step under a heading: one primary button. */
export function HeroAction({ children }: { children: ReactNode }) {
  return <div className="app-hero__action app-no-print">{children}</div>;
}

/** A part of a page under a heading of its own. */
export function Section({ heading, id, children }: { heading: ReactNode; id?: string; children: ReactNode }) {
  return (
    <section className="app-section" id={id}>
      <h2 className="govuk-heading-m">{heading}</h2>
      {children}
    </section>
  );
}
