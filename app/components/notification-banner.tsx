import { useEffect, useRef } from "react";

/** What happened, told once on the page that follows. */
export type Notice = { kind: "success" | "important"; text: string; detail?: string | undefined };

/** At most one on a page, and never beside an error summary. A success takes the focus, so that it is heard first. */
export function NotificationBanner({ notice }: { notice: Notice }) {
  const ref = useRef<HTMLDivElement>(null);
  const success = notice.kind === "success";
  useEffect(() => {
    if (success) ref.current?.focus();
  }, [notice, success]);
  return (
    <div
      className={`govuk-notification-banner${success ? " govuk-notification-banner--success" : ""}`}
      role={success ? "alert" : "region"}
      aria-labelledby="notification-title"
      tabIndex={success ? -1 : undefined}
      ref={ref}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id="notification-title">
          {success ? "Done" : "Important"}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-notification-banner__heading">{notice.text}</p>
        {notice.detail ? <p className="govuk-body">{notice.detail}</p> : null}
      </div>
    </div>
  );
}
