import { newGivers } from "~/forms/consent-form";
import { Radios } from "./radios";
import { TextField } from "./text-field";

type GiverFieldProps = {
  name: string;
  /** Who has answered for them before, beside themselves. */
  known: { id: string; words: string }[];
  /** At 18 and over nobody else answers. */
  onlyThemselves: boolean;
};

/** Who answers: the young person, or somebody with parental responsibility. */
export function GiverField({ name, known, onlyThemselves }: GiverFieldProps) {
  const others = onlyThemselves
    ? []
    : [
        ...known.map(({ id, words }) => ({ value: id, label: words })),
        ...Object.entries(newGivers).map(([value, { label, field }]) => ({
          value,
          label,
          reveal: (
            <TextField
              name={field}
              label={value === "local_authority" ? "Name of the authority" : "Their name"}
              width={20}
              spellCheck={false}
            />
          ),
        })),
      ];
  return (
    <Radios
      name="giver"
      label="Who answered?"
      hint={
        onlyThemselves
          ? "At 18 and over they answer for themselves."
          : "Somebody else only where you know that contact with them is safe."
      }
      choices={[{ value: "self", label: `${name} themselves` }, ...others]}
    />
  );
}
