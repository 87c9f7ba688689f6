import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { withoutOrganisation } from "./database.server";

const QUARTER_OF_AN_HOUR = 15 * 60;

/** What the limiter asks of a PostgreSQL client, in a transaction of ours, as the application's role. */
const storeClient = {
  async query({ text, values }: { text: string; values: unknown[] }) {
    const rows = await withoutOrganisation((tx) =>
      tx.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values),
    );
    return { rows: rows.map(withNumbers) };
  },
};

const WRONG_TRIES = 5;
const WHEREVER = 30;

const options = {
  storeClient,
  storeType: "client",
  tableName: "sign_in_try",
  tableCreated: true,
  duration: QUARTER_OF_AN_HOUR,
};
const accountAndAddress = new RateLimiterPostgres({ ...options, keyPrefix: "account", points: WRONG_TRIES });
const personAlone = new RateLimiterPostgres({ ...options, keyPrefix: "person", points: WHEREVER });
const addressAlone = new RateLimiterPostgres({ ...options, keyPrefix: "address", points: 50 });
const stopsNoted = new RateLimiterPostgres({ ...options, keyPrefix: "stopped", points: 1, duration: 3600 });
const visitsFromAddress = new RateLimiterPostgres({ ...options, keyPrefix: "visit", points: 60 });

/** `justStopped`: this is the first try that is not taken, where the limit is one of account or person. */
export type Try =
  | { allowed: true; wasRight: () => Promise<void> }
  | { allowed: false; retryAfterSeconds: number; justStopped: boolean };

/**
 * Counts a try at a password before it is compared, so that tries side by side count too: five in 15 minutes for one
 * account from one address, fifty from one address whatever the account. `wasRight` takes it back. The counts outlive
 * restarts and are shared by every process. Only digests of account and address are stored.
 */
export async function countTry(email: string, address: string): Promise<Try> {
  const account = digest(`${email.toLowerCase()} ${address}`);
  const place = digest(address);
  try {
    await addressAlone.consume(place);
    await accountAndAddress.consume(account);
  } catch (refused) {
    return waitFor(refused);
  }
  return {
    allowed: true,
    async wasRight() {
      await accountAndAddress.delete(account);
      await addressAlone.reward(place);
    },
  };
}

/**
 * Counts a try of somebody signed in: five in 15 minutes for them from one address, thirty from wherever. What others try
 * from the same address does not count, and whoever tries in their name elsewhere does not soon stand in their way.
 */
export async function countOwnTry(what: string, address: string): Promise<Try> {
  const [key, person] = [digest(`${what} ${address}`), digest(what)];
  try {
    await accountAndAddress.consume(key);
    await personAlone.consume(person);
  } catch (refused) {
    return waitFor(refused);
  }
  return {
    allowed: true,
    async wasRight() {
      await accountAndAddress.delete(key);
      await personAlone.reward(person);
    },
  };
}

/** Counts a visit to a sign-in provider, which we ask each time: sixty in 15 minutes from one address. */
export async function countVisit(address: string): Promise<Try> {
  try {
    await visitsFromAddress.consume(digest(address));
  } catch (refused) {
    return waitFor(refused);
  }
  return { allowed: true, wasRight: () => Promise.resolve() };
}

function waitFor(refused: unknown): Try {
  if (!(refused instanceof RateLimiterRes)) throw refused;
  return {
    allowed: false,
    retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)),
    justStopped: [WRONG_TRIES + 1, WHEREVER + 1].includes(refused.consumedPoints),
  };
}

/** Whether nobody asked the same within the last hour. */
export async function isFirstStop(what: string): Promise<boolean> {
  try {
    await stopsNoted.consume(digest(what));
    return true;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return false;
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

function withNumbers(row: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value]),
  );
}
