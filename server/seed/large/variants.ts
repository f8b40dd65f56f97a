import 'server-only';
import { loadExercise } from '@/exercises/catalog';
import { readModules } from '@/exercises/folder';
import { summarize } from '@/exercises/summary';
import type { GradableExercise } from '@/grading/gradable';
import type { CheckResult } from '@/grading/report';

/** Something that a learner may hand in, with the report that it gets. */
export interface Variant {
  exerciseId: string;
  version: string;
  source: string;
  passed: boolean;
  score: number;
  maxScore: number;
  checks: CheckResult[];
}

/** What the folder of an exercise has to hand in: its starter, its known mistakes, and right answers. */
export interface Variants {
  exerciseId: string;
  /** 1 to 3. */
  difficulty: number;
  hints: number;
  starter: Variant;
  wrong: Variant[];
  right: Variant[];
}

const PASSED = { ko: '통과했습니다.', en: 'Passed.' };
const FAILED = { ko: '값이 다릅니다.', en: 'Values differ.' };
const NOT_IMPLEMENTED = { ko: '아직 구현되지 않았습니다.', en: 'Not implemented yet.' };

/** Read from the exercise's folder; nothing is run: the folder's own proofs say how each is graded. */
export async function readVariants(id: string): Promise<Variants> {
  const gradable = await loadExercise(id);
  const { exercise, mistakes, reference } = gradable;
  const [{ starter, hints, difficulty }, answers] = await Promise.all([
    summarize(gradable, ''),
    readModules(exercise.id, 'answers'),
  ]);
  return {
    ...{ exerciseId: id, difficulty, hints },
    starter: variantOf(gradable, starter, (check) => ({
      ...{ outcome: 'errored', points: 0, message: NOT_IMPLEMENTED },
      thrown: { name: 'Error', message: `${check.id}: not implemented` },
    })),
    wrong: mistakes.map(({ name, fails, diagnosis, source }) =>
      variantOf(gradable, source, (check) =>
        check.id === fails
          ? {
              ...{ outcome: 'failed', points: 0, message: FAILED },
              diagnosis: { id: `mistake:${name}`, text: diagnosis, confidence: 1 },
            }
          : null,
      ),
    ),
    right: [reference, ...answers.values()].map((source) => variantOf(gradable, source, () => null)),
  };
}

/** @param fault what is wrong by a check; null: it passes */
function variantOf(
  { exercise, version, checks }: GradableExercise,
  source: string,
  fault: (check: { id: string }) => Pick<CheckResult, 'outcome' | 'points' | 'message'> | null,
): Variant {
  const results = checks.map((check): CheckResult => {
    const { id, kind, visibility, title, points } = check;
    const passes = { outcome: 'passed' as const, points, message: PASSED };
    return { ...{ id, kind, visibility, title, maxPoints: points, ms: 4 }, ...(fault(check) ?? passes) };
  });
  return {
    ...{ exerciseId: exercise.id, version, source },
    passed: results.every(({ outcome }) => outcome === 'passed'),
    score: results.reduce((sum, { points }) => sum + points, 0),
    maxScore: results.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
    checks: results,
  };
}
