import { newId } from "~/data/new-id.server";
import { askPatiently as ask, formHeaders, header, type Answer } from "./ask";
import { pageForms } from "./page-forms";

type Typed = Record<string, string | string[]>;

/**
 * A browser without JavaScript that keeps every cookie it is given. It asks at `at` and believes to be at `origin`.
 * `got`: is given every answer.
 */
export function browser({ at, origin, got }: { at: string; origin: string; got: Answer[] }, cookies = {}) {
  const jar = new Map<string, string>(Object.entries(cookies));
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

  function keep(answer: Answer): Answer {
    got.push(answer);
    for (const given of [answer.headers["set-cookie"] ?? []].flat()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
      if (value === "" || given.includes("Max-Age=0")) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }

  async function get(path: string): Promise<Answer> {
    return keep(await ask(at, { method: "GET", path, headers: { cookie: cookie() } }));
  }

  async function send(path: string, typed: Typed): Promise<Answer> {
    const body = new URLSearchParams(pairs({ submissionId: newId(), version: "", ...typed })).toString();
    const headers = { cookie: cookie(), ...formHeaders(origin) };
    return keep(await ask(at, { method: "POST", path, headers, body }));
  }

  /** Opens a page and sends the form on it that has such fields, with what it holds and what is typed. Gives where that leads. */
  async function fillIn(path: string, typed: Typed): Promise<string> {
    const page = await get(path);
    const names = Object.keys(typed);
    const form = pageForms(page.body).find((fields) =>
      names.every((name) => fields.some((field) => field.name === name)),
    );
    if (!form) throw new Error(`${path} (${page.status}) has no form with ${names.join(", ")}`);
    const held = Object.fromEntries(form.map(({ name, held: values }) => [name, values]));
    const answer = await send(path, { ...held, ...typed });
    if (answer.status !== 303 && answer.status !== 302)
      throw new Error(`${path} did not take the form: ${answer.status} ${mistakesIn(answer.body)}`);
    return header(answer, "location");
  }

  return { get, send, fillIn };
}

export type Browser = ReturnType<typeof browser>;

function pairs(typed: Typed): [string, string][] {
  return Object.entries(typed).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  );
}

function mistakesIn(body: string): string {
  return [...body.matchAll(/href="#([^"]+)">([^<]+)</g)]
    .map(([, name, words]) => `${name}: ${words}`)
    .join("; ");
}
