import { authenticatorKey, everybody, ORGANISATION, PASSWORD } from "./staff";

/** The table of sign-ins, a line each. */
export function signIns(): string[] {
  const rows = everybody.map((member) => {
    const { email, name, roles } = member;
    return [
      email,
      PASSWORD,
      authenticatorKey(member) ?? "-",
      `${name}, ${roles.join(", ").replaceAll("_", " ")}`,
    ];
  });
  const table = [["E-mail", "Password", "Authenticator key", "Who"], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("   ")
      .trimEnd(),
  );
  return [
    "",
    `Sign in to ${ORGANISATION}, who and whose people are invented, as one of these:`,
    "",
    ...lines,
    "",
  ];
}
