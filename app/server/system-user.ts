import { spawnSync } from "node:child_process";
import { StartProblem } from "./start-problem";

/** The system user that PostgreSQL runs as: PostgreSQL refuses to run as root. null: the one we already are. */
export type SystemUser = { uid: number; gid: number } | null;

const NAMES = ["postgres", "greenroom"];

/** Finds another system user when we are root, and makes one called greenroom when there is none. */
export function findSystemUser(): SystemUser {
  if (process.getuid?.() !== 0) return null;
  const found = NAMES.map(lookUp).find((user) => user !== null);
  if (found) return found;
  spawnSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/bin/false",
    "greenroom",
  ]);
  const made = lookUp("greenroom");
  if (made) return made;
  throw new StartProblem(
    "PostgreSQL does not run as root and no system user could be made for it: start Greenroom as another user, or set DATABASE_URL.",
  );
}

/** Whether that user can walk to a file or folder: a checkout under a closed /root cannot be reached. */
export function canReach(user: SystemUser, file: string): boolean {
  if (user === null) return true;
  return (
    spawnSync("/bin/sh", ["-c", 'test -r "$0" && test -x "$0"', file], { ...user, cwd: "/" }).status === 0
  );
}

function lookUp(name: string): { uid: number; gid: number } | null {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const answer = spawnSync("id", [flag, name], { encoding: "utf8" });
    return answer.status === 0 ? Number.parseInt(answer.stdout, 10) : null;
  });
  return typeof uid === "number" && typeof gid === "number" ? { uid, gid } : null;
}
