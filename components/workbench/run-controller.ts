import { createStore, type Store } from '@/components/session/store';
import type { Curve } from '@/grading/curve';
import type { CheckResult, Report } from '@/grading/report';

/** What grades a source in the page: `createPageGrader`, loaded with the first run or when there is time. */
export interface PageGrader {
  grade(source: string, onCheck: (check: CheckResult) => void, onCurve: (curve: Curve) => void): Promise<Report>;
  /** The report with what the CPU makes of its failures. */
  secondOpinion(source: string, report: Report): Promise<Report>;
  /** Kills what runs; its promise rejects or is ignored. */
  stop(): void;
}

export interface RunState {
  phase: 'idle' | 'running';
  /** Checks that are done, while running. */
  done: CheckResult[];
  /** The training that goes on, or went on last, while running. */
  curve: Curve | null;
  report: Report | null;
  /** The text that `report` is about. */
  source: string | null;
  /** When the key was pressed, on the clock of `performance.now()`. */
  pressedAt: number;
  /** How the last run ended, when it gave no report. */
  ended: 'stopped' | 'failed' | null;
}

export interface RunController {
  store: Pick<Store<RunState>, 'get' | 'subscribe'>;
  run(source: string, pressedAt: number): void;
  stop(): void;
  /** Gets everything ready for the first run. */
  warmUp(): void;
}

const initial: RunState = {
  phase: 'idle',
  done: [],
  curve: null,
  report: null,
  source: null,
  pressedAt: 0,
  ended: null,
};

/** Runs of one exercise in the page, one at a time: a new one ends the one before. */
export function createRunController(load: () => Promise<PageGrader>): RunController {
  const store = createStore(initial);
  let grader: Promise<PageGrader> | undefined;
  let current = 0;

  const change = (part: Partial<RunState>) => store.set({ ...store.get(), ...part });
  const ready = () => {
    grader ??= load().catch((error: unknown) => {
      grader = undefined;
      throw error;
    });
    return grader;
  };

  return {
    store,
    async run(source, pressedAt) {
      if (store.get().phase === 'running') void grader?.then((one) => one.stop());
      current += 1;
      const own = current;
      change({ phase: 'running', done: [], curve: null, pressedAt, ended: null });
      try {
        const one = await ready();
        if (own !== current) return;
        const report = await one.grade(
          source,
          (check) => own === current && change({ done: [...store.get().done, check] }),
          (curve) => own === current && change({ curve }),
        );
        if (own !== current) return;
        change({ phase: 'idle', report, source });
        const explained = await one.secondOpinion(source, report).catch(() => report);
        if (own === current) change({ report: explained });
      } catch {
        if (own === current) change({ phase: 'idle', ended: 'failed' });
      }
    },
    stop() {
      if (store.get().phase !== 'running') return;
      current += 1;
      change({ phase: 'idle', ended: 'stopped' });
      void grader?.then((one) => one.stop());
    },
    warmUp() {
      void ready().catch(() => {
        // The first run will try again and say what is wrong.
      });
    },
  };
}
