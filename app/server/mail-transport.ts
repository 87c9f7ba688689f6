import { PassThrough } from "node:stream";
import { createTransport } from "nodemailer";
import type { Letter, Posted } from "../services/send-mail.server";
import { describeError, type Log } from "./log";

/** Each step of an attempt is cut after so long, so that no attempt outlasts LONGEST_ATTEMPT_SECONDS. */
const STEP_MS = 20_000;

export type MailTransport = { post: (mailId: string, letter: Letter) => Promise<Posted>; close(): void };

/** Hands mail to a mail server, one connection a mail, and tells what became of it. */
export function openMailTransport({ smtpUrl, from, log }: MailSettings): MailTransport {
  const transport = createTransport({
    url: transportUrl(smtpUrl),
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const begun = new Set<string>();
  // The text is asked for only once the server has let the connection in: before that, it certainly has nothing.
  transport.use("stream", (mail, done) => {
    const id = String(mail.data.messageId);
    mail.message.transform(() => {
      begun.add(id);
      return new PassThrough();
    });
    done();
  });
  return {
    close: () => transport.close(),
    async post(mailId, { to, senderName, subject, text }) {
      // One id however often it is sent, so that a mail server can tell a repetition.
      const messageId = `<${mailId}@greenroom>`;
      try {
        const sender = senderName === null ? from : { name: senderName, address: from };
        await transport.sendMail({ from: sender, to, subject, text, messageId });
        return "sent";
      } catch (error) {
        const posted = postedBy(error, begun.has(messageId));
        log.warn({ mail: mailId, posted, error: describeError(error) }, "mail not taken");
        return posted;
      } finally {
        begun.delete(messageId);
      }
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

/**
 * What a failure says of the mail. An answer of the server's own is certain; one that it will never take this mail is a
 * refusal, unless it is our sign-in that it refuses. A connection that broke while it had the mail is not certain.
 */
function postedBy(error: unknown, begun: boolean): Posted {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  if (typeof responseCode !== "number") return begun ? "uncertain" : "unreachable";
  return responseCode >= 500 && code !== "EAUTH" ? "refused" : "unreachable";
}
