import 'server-only';
import type PgBoss from 'pg-boss';
import type { ExerciseSummary } from '@/contracts/exercise';
import type { Report } from '@/grading/report';
import { listenForWakes, type WakeListener } from '../events/wake-listener';
import type { GradeJob } from '../jobs/boss';
import { capOf, GRADE_CHANNEL, LANES, type Lane } from '../jobs/lanes';
import { logger } from '../logger';
import { putBack } from './put-back';
import { recordResult } from './record-result';
import { RunLocks } from './run-locks';
import { sweep } from './sweep';
import { type TakenRun, takeRun } from './take-run';

export interface GraderOptions {
  boss: PgBoss;
  connectionString: string;
  /** Runs graded at once. */
  slots: number;
  /** Rejects only when it could not grade: whatever the learner's code did is in the report. */
  grade(run: TakenRun): Promise<Report>;
  /** What everybody may know of an exercise, kept beside the grades it gave. */
  summaryOf(exerciseId: string): Promise<ExerciseSummary | null>;
}

interface Slot {
  lane: Lane;
  done: Promise<void>;
}

/** Wakes can be lost and retries fall due without one. */
const POLL_MS = 5_000;
const SWEEP_MS = 30_000;

/** Takes jobs out of the lanes as slots fall free, grades them and keeps the results. */
export class Grader {
  readonly #slots = new Map<string, Slot>();
  readonly #locks: RunLocks;
  readonly #timers: NodeJS.Timeout[] = [];
  #listener: WakeListener | undefined;
  #stopped = false;
  #filling = false;
  #again = false;

  constructor(private readonly options: GraderOptions) {
    this.#locks = new RunLocks(options.connectionString);
  }

  async start(): Promise<void> {
    await this.#locks.connect();
    await sweep(this.options.boss);
    this.#listener = await listenForWakes(this.options.connectionString, GRADE_CHANNEL, () => this.#fill());
    this.#timers.push(
      setInterval(() => this.#fill(), POLL_MS),
      setInterval(() => this.#sweep(), SWEEP_MS),
    );
  }

  /** Takes no more, lets what is running finish for `graceMs`, and puts the rest back. */
  async stop(graceMs: number): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearInterval(timer);
    await this.#listener?.close();
    let over: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => {
      over = setTimeout(resolve, graceMs);
    });
    await Promise.race([grace, Promise.all([...this.#slots.values()].map(({ done }) => done))]);
    clearTimeout(over);
    for (const [runId, { lane }] of this.#slots) {
      await putBack(this.options.boss, { lane, runId, reason: 'stopping' });
    }
    await this.#locks.close();
  }

  async #sweep(): Promise<void> {
    try {
      await this.#locks.connect();
      await sweep(this.options.boss);
    } catch (err) {
      logger.error({ err }, 'sweep failed');
    }
  }

  async #fill(): Promise<void> {
    if (this.#filling) {
      this.#again = true;
      return;
    }
    this.#filling = true;
    try {
      do {
        this.#again = false;
        for (const lane of LANES) await this.#fillFrom(lane);
      } while (this.#again);
    } catch (err) {
      logger.error({ err }, 'lanes could not be read');
    } finally {
      this.#filling = false;
    }
  }

  async #fillFrom(lane: Lane): Promise<void> {
    const { boss, slots } = this.options;
    while (!this.#stopped && this.#slots.size < slots && this.#inLane(lane) < capOf(lane, slots)) {
      const [job] = await boss.fetch<GradeJob>(lane);
      if (job === undefined) return;
      const { runId } = job.data;
      // Handed out again after our lock was lost: the grading that is under way ends the job.
      if (this.#slots.has(runId)) continue;
      const done = this.#grade(lane, runId).finally(() => {
        this.#slots.delete(runId);
        void this.#fill();
      });
      this.#slots.set(runId, { lane, done });
    }
  }

  #inLane(lane: Lane): number {
    return [...this.#slots.values()].filter((slot) => slot.lane === lane).length;
  }

  /** Never rejects: a run that could not be graded goes back, and if even that fails the sweep finds it. */
  async #grade(lane: Lane, runId: string): Promise<void> {
    const { boss, grade, summaryOf } = this.options;
    try {
      if (!(await this.#locks.tryHold(runId))) return;
      try {
        const run = await takeRun(boss, lane, runId);
        if (run === null) return;
        const report = await grade(run);
        await recordResult(boss, { lane, runId, report, summary: await summaryOf(run.exerciseId) });
      } catch (err) {
        if (this.#stopped) return;
        logger.error({ err, runId }, 'could not grade');
        await putBack(boss, { lane, runId, reason: 'error', message: String(err) });
      } finally {
        await this.#locks.release(runId);
      }
    } catch (err) {
      logger.error({ err, runId }, 'a run was left to the sweep');
    }
  }
}
