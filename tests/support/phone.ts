import { Agent, request } from "node:http";
import { newId } from "~/data/new-id.server";
import { askPatiently as ask, formHeaders, type Answer } from "./ask";
import { pageForms } from "./page-forms";

/** One phone, with a connection of its own: it keeps its cookie between pages. `got`: is given every answer. */
export function phone(origin: string, cookie = "", got: Answer[] = []) {
  let held = cookie;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const keep = (answer: Answer) => {
    got.push(answer);
    for (const given of [answer.headers["set-cookie"] ?? []].flat()) held = given.split(";")[0] ?? "";
    return answer;
  };
  return {
    get: async (path: string) =>
      keep(await ask(origin, { method: "GET", path, agent, headers: { cookie: held } })),
    send: async (path: string, entries: Record<string, string>) =>
      keep(
        await ask(origin, {
          method: "POST",
          path,
          agent,
          headers: { cookie: held, ...formHeaders(origin) },
          body: new URLSearchParams({ submissionId: newId(), ...entries }).toString(),
        }),
      ),
    cookie: () => held,
  };
}

export type Phone = ReturnType<typeof phone>;

/** Presses a button of the form on a page, with what the page holds and what is typed. */
export async function press(on: Phone, path: string, typed: Record<string, string> = {}): Promise<Answer> {
  const fields = pageForms((await on.get(path)).body)[0] ?? [];
  const held = fields.flatMap(({ name, held: [value] }) => (value === undefined ? [] : [[name, value]]));
  return on.send(path, { ...Object.fromEntries(held), ...typed });
}

/** The bytes of an answer as they travel. */
export function bytesOf(origin: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = request(new URL(path, origin), { headers: { "accept-encoding": "gzip" } }, (answer) => {
      if (answer.headers["content-encoding"] !== "gzip")
        return reject(new Error(`${path} is not compressed`));
      let bytes = 0;
      answer.on("data", (piece: Buffer) => (bytes += piece.length));
      answer.on("end", () => resolve(bytes));
    });
    asking.on("error", reject).end();
  });
}
