import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

const CHECKOUT = fileURLToPath(new URL("../../", import.meta.url));

export type RunningApplication = {
  origin: string;
  /** Everything it has printed so far. */
  output: () => string;
  process: ChildProcess;
  /** Asks it to stop as a system does; the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
};

/** Starts the application as `npm start` does and waits until it says where it is. */
export function startApplication(environment: Record<string, string>): Promise<RunningApplication> {
  const child = spawn(process.execPath, ["--import", "tsx", "app/server/start.ts"], {
    cwd: CHECKOUT,
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: "0",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const ended = new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)));
  return new Promise((resolve, reject) => {
    function listen(chunk: Buffer) {
      printed += chunk.toString();
      const origin = /^Greenroom is ready: (\S+)$/m.exec(printed)?.[1];
      if (origin) resolve({ origin, output: () => printed, process: child, stop });
    }
    function stop(signal: NodeJS.Signals = "SIGTERM") {
      child.kill(signal);
      return ended;
    }
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    void ended.then((code) => reject(new Error(`The application ended with ${code}:\n${printed}`)));
  });
}
