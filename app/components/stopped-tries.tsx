import { InsetText } from "./callout";

type StoppedTriesProps = { stopped: { at: string; what: "password" | "second_step" }[] };

const tried = {
  password: "wrong passwords for your account",
  second_step: "wrong codes for your second step",
};

/** Tells somebody that others may have tried to come in as them. */
export function StoppedTries({ stopped }: StoppedTriesProps) {
  return (
    <InsetText>
      <ul className="govuk-list">
        {stopped.map(({ at, what }) => (
          <li key={at + what}>
            {at}: somebody typed {tried[what]} until no more were taken.
          </li>
        ))}
      </ul>
      {stopped.some(({ what }) => what === "second_step")
        ? "Whoever types codes is signed in as you already. If it was not you, change your password now."
        : "If it was not you, nobody came in by it. Sign out everywhere else, and choose a longer password."}
    </InsetText>
  );
}
