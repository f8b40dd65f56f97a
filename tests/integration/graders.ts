import type { Report } from '@/grading/report';
import { pool } from '@/server/db';
import { Grader } from '@/server/grader/grader';
import type { TakenRun } from '@/server/grader/take-run';
import { createBoss } from '@/server/jobs/boss';

export const boss = createBoss(pool);

/** A report as the engine gives them: `right` passes, everything else fails its one public check. */
export function reportOn({ exerciseId, source }: Pick<TakenRun, 'exerciseId' | 'source'>): Report {
  const passed = source.startsWith('right');
  const title = { ko: '값', en: 'Values' };
  return {
    exercise: exerciseId,
    version: 'v2',
    authority: 'verified',
    device: { backend: 'cpu' },
    passed,
    score: passed ? 10 : 4,
    maxScore: 10,
    ms: 5,
    checks: [
      {
        ...{ id: 'values', kind: 'value', visibility: 'public', title, ms: 1, maxPoints: 6, message: title },
        outcome: passed ? 'passed' : 'failed',
        points: passed ? 6 : 0,
      },
      {
        ...{ id: 'fresh', kind: 'value', visibility: 'hidden', title, ms: 1, maxPoints: 4, message: title },
        outcome: 'failed',
        points: 4,
        tensors: [
          {
            ...{ label: 'Y', actualShape: [1], expectedShape: [1], maxError: 1, meanError: 1, atol: 0, rtol: 0 },
            ...{ failing: 1, total: 1, passed: false, worst: [{ index: [0], actual: '1', expected: 'secret' }] },
          },
        ],
      },
    ],
    console: { lines: [{ level: 'log', text: 'printed \0 here' }], truncated: false },
  };
}

/** A grader whose grading the test decides. */
export function graderWith(grade: (run: TakenRun) => Promise<Report>, slots = 4): Grader {
  return new Grader({
    boss,
    connectionString: process.env.DATABASE_URL ?? '',
    slots,
    grade,
    summaryOf: async () => null,
  });
}

/** Lets a test hold a grading back, by source. */
export function gate() {
  const waiting = new Map<string, (report: Report) => void>();
  return {
    grade: (run: TakenRun) =>
      new Promise<Report>((resolve) => {
        waiting.set(run.source, () => resolve(reportOn(run)));
      }),
    open: (source: string) => waiting.get(source)?.(reportOn({ exerciseId: '', source })),
    holds: () => [...waiting.keys()],
  };
}
