import { runGreenroom } from "~/server/run-greenroom";
import { loadOnce } from "./demo/load";
import { signIns } from "./demo/sign-ins";

const DATA = ".data/demo";

await runGreenroom({
  environment: { ...process.env, DATA_DIR: process.env.DATA_DIR || DATA },
  beforeServing: ({ isStopped }) => loadOnce({ isStopped, tell: console.log }),
  closingLines: signIns(),
});
