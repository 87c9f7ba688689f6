import type { ReactNode } from "react";

export type TagColour = "green" | "red" | "yellow" | "blue" | "grey" | "outline" | "solid";

/** A word that says a state. Never a button, and never told by its colour alone. */
export function Tag({
  colour,
  shape,
  children,
}: {
  colour: TagColour;
  shape?: ReactNode;
  children: ReactNode;
}) {
  const modifier = colour === "blue" ? "" : ` govuk-tag--${colour}`;
  return (
    <strong className={`govuk-tag${modifier}`}>
      {shape}
      {children}
    </strong>
  );
}
