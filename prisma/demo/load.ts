import { Temporal } from "temporal-polyfill";
import { readOrganisation, withoutOrganisation } from "~/data/database.server";
import { anyOrganisation, findAccountByEmail, listOrganisationsOf } from "~/data/doors.server";
import { StartProblem } from "~/server/start-problem";
import { play } from "./play";
import { founder, ORGANISATION, trustee } from "./staff";
import { finalStep, story } from "./story";
import { World } from "./world";

type Loading = { isStopped: () => boolean; tell: (line: string) => void; present?: Temporal.Instant };

/** How often progress is told. */
const TELL_EVERY_MS = 2_000;

/**
 * Plays the story of Lanternmoor Youth Advice into an empty database, up to the present. Does nothing where it has
 * been played whole before.
 *
 * @throws StartProblem where the database holds something else, or a story that was interrupted
 */
export async function loadOnce({
  isStopped,
  tell,
  present = Temporal.Now.instant(),
}: Loading): Promise<void> {
  const there = await whatIsThere();
  if (there === "whole") return;
  if (there !== "nothing") throw new StartProblem(refusals[there], 2);

  const began = performance.now();
  let told = began;
  tell(`Loading ${ORGANISATION}: this happens once…`);
  const world = new World();
  const whole = await play(world, story(present), {
    until: present,
    isStopped,
    onStep: (done, of) => {
      if (performance.now() - told < TELL_EVERY_MS) return;
      told = performance.now();
      tell(`  ${done} of ${of} steps`);
    },
  });
  if (!whole) throw new StartProblem(`Stopped before everything was loaded. ${refusals.interrupted}`);
  await play(world, [finalStep(present)], { until: present });
  tell(`Loaded in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

const refusals = {
  another: `This database holds another organisation, so ${ORGANISATION} is not loaded into it: choose another DATA_DIR or DATABASE_URL.`,
  interrupted: `Loading ${ORGANISATION} was interrupted: remove this data folder (or database) and start again.`,
};

async function whatIsThere(): Promise<"nothing" | "whole" | keyof typeof refusals> {
  if (!(await withoutOrganisation(anyOrganisation))) return "nothing";
  const organisationId = await withoutOrganisation(async (tx) => {
    const account = await findAccountByEmail(tx, founder.email);
    const [first] = account ? await listOrganisationsOf(tx, account.userId) : [];
    return first ?? null;
  });
  if (!organisationId) return "another";
  const organisation = await readOrganisation({ organisationId, actorId: null }, (tx) =>
    tx.organisation.findUnique({ where: { id: organisationId }, select: { name: true } }),
  );
  if (organisation?.name !== ORGANISATION) return "another";
  const last = await withoutOrganisation((tx) => findAccountByEmail(tx, trustee.email));
  return last ? "whole" : "interrupted";
}
