import type { GradableExercise } from '@/grading/gradable';
import { inProcessRunner } from '@/grading/harness/in-process';
import { remembering } from '@/grading/harness/remembering';
import { hashSeed } from '@/grading/random';
import type { Runner } from '@/grading/task';
import { planningOnce } from '../planning-once';
import { untrained } from '../without-trainings';
import { judgeMutant, observe, type Verdict } from './grade-mutant';
import { type Mutant, mutate } from './mutate';
import type { MutantsResult } from './results';

/** Mutants of one exercise that are graded: more add time, and hardly a new kind. */
const MOST = 60;
/** Graded at the same time, as many as a small machine has processors. */
const AT_ONCE = 2;

/** Mutants in an order that is always the same and has nothing to do with their place. */
export function sampleMutants(gradable: GradableExercise, most: number): Mutant[] {
  return mutate(gradable.reference)
    .map((mutant) => ({ mutant, at: hashSeed(`${mutant.operator} ${mutant.line} ${mutant.from} ${mutant.to}`) }))
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ mutant }) => mutant);
}

const described = ({ operator, line, from, to }: Mutant): string =>
  `line ${line}: ${operator}: ${from.replace(/\s+/g, ' ').slice(0, 60)} → ${to.replace(/\s+/g, ' ').slice(0, 60)}`;

/**
 * Grades an exercise's mutants and known mistakes.
 * @param most how many mutants
 * @param mistakes known mistakes that are graded, too; all of them are recognised in any case
 */
export async function studyMutants(
  exercise: GradableExercise,
  seeds: readonly number[],
  sandbox: Runner,
  { most = MOST, mistakes: known = exercise.mistakes }: { most?: number; mistakes?: GradableExercise['mistakes'] } = {},
): Promise<Omit<MutantsResult, 'hash'>> {
  const gradable = planningOnce(exercise);
  const trains = exercise.checks.some(({ kind }) => kind === 'training');
  const stages = { whole: gradable, quick: trains ? untrained(gradable) : gradable };
  const runners = { sandbox, trusted: remembering(inProcessRunner) };
  const references = new Map<number, Promise<string>>();
  const referenceSeen = (seed: number) => {
    const seen = references.get(seed) ?? observe(gradable, gradable.reference, seed, runners);
    references.set(seed, seen);
    return seen;
  };
  const judgeAll = async <T extends { source: string }>(wrong: readonly T[]): Promise<(T & Verdict)[]> => {
    const verdicts: (T & Verdict)[] = [];
    for (let at = 0; at < wrong.length; at += AT_ONCE) {
      const judged = wrong.slice(at, at + AT_ONCE).map(async (one) => ({
        ...one,
        ...(await judgeMutant(stages, one.source, seeds, runners, referenceSeen)),
      }));
      verdicts.push(...(await Promise.all(judged)));
    }
    return verdicts;
  };
  const mutants = sampleMutants(gradable, most);
  const verdicts = await judgeAll(mutants);
  const mistakes = await judgeAll(known);

  const killed = verdicts.filter((one) => one.killed);
  return {
    mutants: mutants.length,
    killed: killed.length,
    equivalent: verdicts.filter((one) => one.equivalent).map(described),
    survived: verdicts.filter((one) => !one.killed && !one.equivalent).map(described),
    diagnosed: killed.filter((one) => one.diagnosed).length,
    misdiagnosed: killed.filter((one) => one.misdiagnosed).map((one) => `${described(one)}: ${one.diagnoses}`),
    mistakes: mistakes.length,
    mistakesDiagnosed: mistakes.filter(({ name, diagnoses }) => diagnoses.includes(`mistake:${name}`)).length,
    mistakesMisdiagnosed: mistakes.filter((one) => one.misdiagnosed).map(({ name }) => name),
  };
}
