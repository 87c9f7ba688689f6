import { SMTPServer } from "smtp-server";

export type ReceivedMail = { to: string[]; raw: string };

export type MailServer = {
  url: string;
  received: ReceivedMail[];
  /** Answers every recipient from now on: takes them, refuses them for good, or asks to come again. */
  answer: (how: "take" | "refuse" | "later") => void;
  stop(): Promise<void>;
};

const ANSWERS = { refuse: 550, later: 451 };

/** A mail server on this machine that keeps what it is given. */
export function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let how: "take" | "refuse" | "later" = "take";
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo(_address, _session, callback) {
      if (how === "take") return callback();
      callback(Object.assign(new Error("no"), { responseCode: ANSWERS[how] }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, raw: Buffer.concat(chunks).toString("utf8") });
        callback();
      });
    },
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      resolve({
        url: `smtp://127.0.0.1:${port}`,
        received,
        answer: (next) => (how = next),
        stop: () => new Promise((stopped) => server.close(() => stopped())),
      });
    });
  });
}
