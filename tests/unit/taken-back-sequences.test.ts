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
type Said = { answer: "no" | "yes"; counts: boolean; since: boolean; corrected: boolean };

/** A plain account of the same: the no that binds now, and whether it was said since the start. */
class Account {
  private readonly said: Said[] = [];
  private settled = true;

  take(step: Step, since: boolean): boolean {
    const newest = this.said.at(-1);
    const standing = newest?.answer === "yes" && !newest.corrected;
    if (step === "confirm") {
      if (!standing || this.settled) return false;
      this.settled = newest.counts = true;
      return true;
    }
    if (step === "correct") {
      if (!standing) return false;
      newest.corrected = true;
      this.settled = false;
      return true;
    }
    const isNo = step === "no" || step === "withdrawn";
    if (isNo) this.settled = false;
    else if (step === "phone") this.settled = true;
    this.said.push({ answer: isNo ? "no" : "yes", counts: this.settled, since, corrected: false });
    return true;
  }

  /** Whether something is to be changed: a no since the start, which no yes took back that counts. */
  alerts(): boolean {
    const meant = this.said.filter(({ corrected }) => !corrected);
    const last = meant.findLastIndex(({ answer }) => answer === "no");
    const no = meant[last];
    return no !== undefined && no.since && !meant.slice(last + 1).some(({ counts }) => counts);
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
