import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { takenBack } from "~/domain/consent/taken-back";
import { viewAt } from "~/domain/readiness/view";
import type { ConsentEvent } from "~/domain/record/participant";
import { aRecord } from "../factories/record";

/** What one young person and the staff do, in order; `link` and `phone`: a yes by either. */
const steps = ["no", "withdrawn", "link", "phone", "confirm", "correct"] as const;
type Step = (typeof steps)[number];
type Said = { answer: "no" | "yes"; counts: boolean; since: boolean };

/** A plain account of the same: the no that binds now, and whether it was said since the start. A correction is a no. */
class Account {
  private readonly said: Said[] = [];
  private settled = true;

  take(step: Step, since: boolean): boolean {
    const newest = this.said.at(-1);
    if (step === "confirm") {
      if (newest?.answer !== "yes" || this.settled) return false;
      this.settled = newest.counts = true;
      return true;
    }
    if (step === "correct" && newest?.answer !== "yes") return false;
    const isYes = step === "link" || step === "phone";
    if (!isYes) this.settled = false;
    else if (step === "phone") this.settled = true;
    this.said.push({ answer: isYes ? "yes" : "no", counts: this.settled, since });
    return true;
  }

  /** Whether something is to be changed: a no since the start, which no yes took back that counts. */
  alerts(): boolean {
    const last = this.said.findLastIndex(({ answer }) => answer === "no");
    const no = this.said[last];
    return no !== undefined && no.since && !this.said.slice(last + 1).some(({ counts }) => counts);
  }
}

test("whatever is said, confirmed and corrected, the run sheet holds a no that was said since the start and still binds", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 12 }),
      fc.nat(6),
      (wanted, early) => {
        const account = new Account();
        const events: Partial<ConsentEvent>[] = [];
        const record = aRecord({}, (made) => {
          made.session.media.camera = made.participants[0]!.exposure.camera = true;
        });
        const start = Temporal.Instant.from(record.session.startsAt);
        wanted.forEach((step, i) => {
          const since = i >= early;
          if (!account.take(step, since)) return;
          const moment = start.add({ minutes: since ? i + 1 : i - 20 }).toString();
          const newest = events.at(-1);
          if (step === "confirm") newest!.confirmedBy = { by: "wren", at: moment };
          else
            events.push({
              id: `answer-${i}`,
              seq: i + 1,
              answer: step === "link" || step === "phone" ? "yes" : step === "correct" ? "no" : step,
              how: step === "link" ? "link" : "phone",
              at: moment,
              recordedAt: moment,
              corrects: step === "correct" ? newest!.id! : null,
              confirmedBy: null,
            });
        });
        const [first] = record.participants;
        const own = record.consentEvents.find(({ participantId }) => participantId === first!.id)!;
        const camera = events.map((event): ConsentEvent => ({ ...own, scope: "camera", ...event }));
        const view = viewAt({ ...record, consentEvents: camera }, start.add({ minutes: 30 }));
        const sinceStart = ({ recordedAt }: ConsentEvent) => recordedAt >= record.session.startsAt;
        expect(takenBack(view, sinceStart).length > 0).toBe(account.alerts());
      },
    ),
    { numRuns: 500 },
  );
});
