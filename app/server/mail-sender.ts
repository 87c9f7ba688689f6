import { createTransport } from "nodemailer";
import { claimMail, settleMail, type DueMail, type MailFailure } from "../data/mail.server";
import { describeError, type Log } from "./log";

const LEASE_SECONDS = 120;
const SERVER_PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 15_000;
const FIRST_PAUSE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 3600;

/** `wake`: looks now for mail that is due, and answers once none is left. `stop`: lets what is being sent finish. */
export type MailSender = { wake(): Promise<void>; stop(): Promise<void> };

/**
 * Sends what stands in the outbox, one mail at a time, whenever it is woken and every 15 seconds. Several processes may
 * do so side by side. A mail that is not taken is tried again after 30 seconds, then later and later up to an hour, until
 * it is of no use any more.
 */
export function startMailSender({ smtpUrl, from, log }: MailSettings): MailSender {
  const transport = createTransport({
    url: transportUrl(smtpUrl),
    connectionTimeout: SERVER_PATIENCE_MS,
    greetingTimeout: SERVER_PATIENCE_MS,
    socketTimeout: SERVER_PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  let stopped = false;
  let running: Promise<void> | null = null;
  let wokenMeanwhile = false;

  async function sendAll() {
    try {
      let due = stopped ? null : await claimMail(LEASE_SECONDS);
      while (due) {
        await settleMail(due, await deliver(due));
        due = stopped ? null : await claimMail(LEASE_SECONDS);
      }
    } catch (error) {
      log.warn({ error: describeError(error) }, "mail waits");
    }
  }

  async function deliver({ id, to, subject, text, attempts }: DueMail): Promise<MailFailure> {
    try {
      // One id however often it is sent, so that a mail server can tell a repetition.
      await transport.sendMail({ from, to, subject, text, messageId: `<${id}@greenroom>` });
      return null;
    } catch (error) {
      const refused = isRefusal(error);
      log.warn({ mail: id, refused, error: describeError(error) }, "mail not taken");
      return refused ? "refused" : { unreachableFor: pauseAfter(attempts) };
    }
  }

  async function run() {
    do {
      wokenMeanwhile = false;
      await sendAll();
    } while (wokenMeanwhile && !stopped);
    running = null;
  }

  function wake(): Promise<void> {
    wokenMeanwhile = true;
    running ??= run();
    return running;
  }

  const timer = setInterval(() => void wake(), LOOK_AGAIN_MS);
  timer.unref();
  void wake();
  return {
    wake,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
      transport.close();
    },
  };
}

export type MailSettings = { smtpUrl: string; from: string; log: Log };

/** The address that mail comes from: `from` of SMTP_URL, or else who signs in there, or else one of our own host's. */
export function senderAddress(smtpUrl: string, origin: string): string {
  const { searchParams, username } = new URL(smtpUrl);
  const given = searchParams.get("from") ?? decodeURIComponent(username);
  return given.includes("@") ? given : `greenroom@${new URL(origin).hostname}`;
}

function transportUrl(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  url.searchParams.delete("from");
  return url.href;
}

/** The mail server answered that it will never take this one; a sign-in that it refuses is not the mail's fault. */
function isRefusal(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  return typeof responseCode === "number" && responseCode >= 500 && code !== "EAUTH";
}

function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE_SECONDS * 2 ** (attempts - 1), LONGEST_PAUSE_SECONDS);
}
