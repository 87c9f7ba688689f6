import {
  sessionStatements,
  type SessionStatementKind,
  type Stated,
} from "~/domain/session/session-statements";
import { Tick } from "./checkboxes";
import type { Choice } from "./radios";
import { Tag } from "./tag";

/** A statement to tick, with who made it last and whether it still counts. Nothing is ticked beforehand. */
export function statementChoice(kind: SessionStatementKind, stated: Stated): Choice {
  const { words } = sessionStatements[kind];
  return { value: kind, label: <Statement words={words} stated={stated} />, hint: hintOf(stated) };
}

/** One statement by itself, posted as `yes` when it is ticked. */
export function StatementTick({
  name,
  kind,
  stated,
}: {
  name: string;
  kind: SessionStatementKind;
  stated: Stated;
}) {
  const { label, hint } = statementChoice(kind, stated);
  return <Tick name={name} label={label} hint={hint} />;
}

function Statement({ words, stated: { state } }: { words: string; stated: Stated }) {
  return (
    <>
      {words} {state === "stated" ? <Tag colour="green">Stated</Tag> : null}
      {state === "again" ? <Tag colour="yellow">State it again</Tag> : null}
    </>
  );
}

function hintOf({ state, by, on }: Stated): string | undefined {
  if (state === "stated") return `By ${by} on ${on}. Tick only to state it again.`;
  if (state === "again") return `${by} stated it on ${on}, before something that it is about changed.`;
  if (state === "refused") return `${by} stated on ${on} that this is not so.`;
  return undefined;
}
