import type { ReactNode } from "react";

export type TimelineItem = {
  id: string;
  title: ReactNode;
  /** Who did it; null for what time or Greenroom did. */
  by: string | null;
  /** As shown, and as machines read it. */
  at: string;
  dateTime: string;
  body?: ReactNode;
};

/** What happened, newest first. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="app-timeline">
      {items.map(({ id, title, by, at, dateTime, body }) => (
        <li key={id} className="app-timeline__item">
          <h3 className="app-timeline__title">{title}</h3>
          <p className="app-timeline__by">
            {by ? `by ${by}, ` : ""}
            <time dateTime={dateTime}>{at}</time>
          </p>
          {body ? <div className="app-timeline__body">{body}</div> : null}
        </li>
      ))}
    </ol>
  );
}
