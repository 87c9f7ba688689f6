import { Button } from "./button";
import { SchemaForm } from "./schema-form";
import { TextLink } from "./text-link";
import { noticesForm } from "~/forms/notices-form";

/** One thing that somebody is told, in words. */
export type ShownNotice = {
  id: string;
  title: string;
  /** Where it can be looked at, if anywhere. */
  to: string | null;
  what: string;
  changes: string[];
  at: string;
};

/** What happened since one looked last, newest first, to be marked as read together. */
export function NoticeList({ notices }: { notices: ShownNotice[] }) {
  return (
    <SchemaForm schema={noticesForm}>
      <ul className="app-notices">
        {notices.map(({ id, title, to, what, changes, at }) => (
          <li key={id}>
            <input type="hidden" name="notices" value={id} />
            <p className="app-notices__what">
              {to ? <TextLink to={to}>{title}</TextLink> : <strong>{title}</strong>}: {what}
            </p>
            {changes.length > 0 ? <p className="app-notices__changes">{changes.join(". ")}.</p> : null}
            <p className="app-notices__at">{at}</p>
          </li>
        ))}
      </ul>
      <Button kind="secondary">Mark as read</Button>
    </SchemaForm>
  );
}
