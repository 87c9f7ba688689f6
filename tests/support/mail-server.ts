import { SMTPServer } from "smtp-server";

/** `text`: the whole with its lines put together again. */
export type ReceivedMail = { to: string[]; raw: string; text: string };

/** `greeting`: a connection is there. `text`: a mail's text has begun to arrive. `answer`: all of it is here. */
export type MailStep = "greeting" | "text" | "answer";

/** `reached`: once somebody stands at the step. `release`: lets them go on. */
export type HeldStep = { reached: Promise<void>; release: () => void };

export type MailServer = {
  url: string;
  received: ReceivedMail[];
  /** Answers every recipient from now on: takes them, refuses them for good, or asks to come again. */
  answer: (how: "take" | "refuse" | "later") => void;
  /** Holds the next one who comes to a step until they are let go. */
  holdAt: (step: MailStep) => HeldStep;
  stop(): Promise<void>;
};

const ANSWERS = { refuse: 550, later: 451 };

type Hold = { arrive: () => void; released: Promise<void> };

/** A mail server on this machine that keeps what it is given. */
export function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const holds = new Map<MailStep, Hold>();
  let how: "take" | "refuse" | "later" = "take";

  async function pass(step: MailStep): Promise<void> {
    const hold = holds.get(step);
    holds.delete(step);
    hold?.arrive();
    await hold?.released;
  }

  function holdAt(step: MailStep): HeldStep {
    let arrive = () => {};
    let release = () => {};
    const reached = new Promise<void>((resolve) => (arrive = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    holds.set(step, { arrive, released });
    return { reached, release };
  }

  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onConnect: (_session, callback) => void pass("greeting").then(() => callback()),
    onRcptTo(_address, _session, callback) {
      if (how === "take") return callback();
      callback(Object.assign(new Error("no"), { responseCode: ANSWERS[how] }));
    },
    onData(stream, session, callback) {
      void pass("text").then(() => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", async () => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          const raw = Buffer.concat(chunks).toString("utf8");
          received.push({ to, raw, text: raw.replaceAll("=\r\n", "").replaceAll("=3D", "=") });
          await pass("answer");
          callback();
        });
      });
    },
  });
  server.on("error", () => {}); // whoever is cut off breaks the connection; the test looks at what arrived
  return new Promise((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      resolve({
        url: `smtp://127.0.0.1:${port}`,
        received,
        answer: (next) => (how = next),
        holdAt,
        stop: () => new Promise((stopped) => server.close(() => stopped())),
      });
    });
  });
}
