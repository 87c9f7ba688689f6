import { readOrganisation } from "~/data/database.server";
import { loadSessionRecord } from "~/data/session-record.server";
import type { Actor } from "~/domain/actor";
import type { Clock } from "~/services/change.server";
import type { SessionRecord } from "~/domain/record/schema";

type Kind = "session" | "adult" | "mode" | "account" | "contact" | "person" | "participant";

/** The organisation as it comes to be: who acts in it, and which id the database gave to what the story calls by a slug. */
export class World {
  readonly #actors = new Map<string, Actor>();
  readonly #ids = new Map<string, string>();

  addActor(slug: string, actor: Actor): void {
    this.#actors.set(slug, actor);
  }

  /** @throws Error where nobody of the story is called so */
  actor(slug: string): Actor {
    return found(this.#actors.get(slug), slug);
  }

  /** As `actor`, who gave their second step at this moment. */
  confirmedActor(slug: string, clock: Clock): Actor {
    return { ...this.actor(slug), confirmedAt: clock().toString() };
  }

  addId(kind: Kind, slug: string, id: string): void {
    this.#ids.set(`${kind} ${slug}`, id);
  }

  knows(kind: Kind, slug: string): boolean {
    return this.#ids.has(`${kind} ${slug}`);
  }

  /** @throws Error where the story has not come to it yet */
  id(kind: Kind, slug: string): string {
    return found(this.#ids.get(`${kind} ${slug}`), `${kind} ${slug}`);
  }

  /** A session's record as it stands, by the slug of the session. */
  async record(slug: string): Promise<SessionRecord> {
    const [actor] = this.#actors.values();
    const { organisationId, userId: actorId } = found(actor, "anybody");
    const sessionId = this.id("session", slug);
    const record = await readOrganisation({ organisationId, actorId }, (tx) =>
      loadSessionRecord(tx, organisationId, sessionId),
    );
    return found(record ?? undefined, slug);
  }
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The story speaks of ${what}, who or which is not there`);
  return value;
}
