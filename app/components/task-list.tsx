import { Link } from "@remix-run/react";
import { useId, type ReactNode } from "react";
import { Tag } from "./tag";

export type TaskStatus = "completed" | "incomplete" | "cannot_start_yet" | "problem" | "optional";
/** `to` is null where there is nothing to open: a task that cannot start yet is no link. */
export type Task = { name: string; to: string | null; status: TaskStatus; hint?: ReactNode };

export function TaskList({ tasks }: { tasks: Task[] }) {
  const prefix = useId();
  return (
    <ul className="govuk-task-list">
      {tasks.map((task, at) => (
        <Item key={task.name} task={task} id={`${prefix}${at}`} />
      ))}
    </ul>
  );
}

function Item({ task: { name, to, status, hint }, id }: { task: Task; id: string }) {
  const link = to !== null && status !== "cannot_start_yet" ? to : null;
  return (
    <li className={`govuk-task-list__item${link ? " govuk-task-list__item--with-link" : ""}`}>
      <div className="govuk-task-list__name-and-hint">
        {link ? (
          <Link
            className="govuk-link govuk-task-list__link"
            to={link}
            aria-describedby={hint ? `${id}-hint ${id}-status` : `${id}-status`}
          >
            {name}
          </Link>
        ) : (
          <div>{name}</div>
        )}
        {hint ? (
          <div id={`${id}-hint`} className="govuk-task-list__hint">
            {hint}
          </div>
        ) : null}
      </div>
      <div className="govuk-task-list__status" id={`${id}-status`}>
        <Status status={status} />
      </div>
    </li>
  );
}

function Status({ status }: { status: TaskStatus }) {
  if (status === "completed") return <>Completed</>;
  if (status === "optional") return <span className="app-muted">Optional</span>;
  if (status === "cannot_start_yet") return <Tag colour="grey">Cannot start yet</Tag>;
  if (status === "problem") return <Tag colour="red">There is a problem</Tag>;
  return <Tag colour="blue">Incomplete</Tag>;
}
