import type { GradableExercise } from '@/grading/gradable';
import { gradeWithReference } from '@/grading/grade-with-reference';
import type { CheckResult, Report } from '@/grading/report';
import type { Runner, RunOutcome } from '@/grading/task';

/** What became of one wrong answer, over all seeds. */
export interface Verdict {
  killed: boolean;
  /** Not killed, and not to be told from the reference: every value was the same, bit for bit, and every kind of error. */
  equivalent: boolean;
  /** At least one failed check got a diagnosis. */
  diagnosed: boolean;
  /** A diagnosis that the same check did not get again on other inputs, although it failed there too. */
  misdiagnosed: boolean;
  /** Ids of the diagnoses given. */
  diagnoses: string[];
}

/**
 * A runner that keeps what was observed and may be judged by itself: not times; not kernels and memory, for which a check
 * has a budget or none; not the wording of an error.
 */
function recording(runner: Runner): Runner & { seen: () => string } {
  const outcomes: RunOutcome[] = [];
  return {
    async run(job, limits, on) {
      const outcome = await runner.run(job, limits, on);
      outcomes.push(outcome);
      return outcome;
    },
    seen: () =>
      JSON.stringify(
        outcomes.map(({ observations, problem, hung }) => ({
          problem: problem?.code,
          hung,
          observations: observations.map(({ task, result, leaked, inputs, shrunk }) => ({
            ...{ task, leaked, inputs, shrunk },
            result: result.type === 'threw' ? { threw: result.thrown.name } : result,
          })),
        })),
      ),
  };
}

/** Where wrong answers run, and where the exercise's own code does. */
export interface Runners {
  sandbox: Runner;
  trusted: Runner;
}

async function grade(gradable: GradableExercise, source: string, seed: number, { sandbox, trusted }: Runners) {
  const runner = recording(sandbox);
  const report = await gradeWithReference(gradable, source, seed, { runner, trusted });
  return { report, seen: runner.seen() };
}

const diagnosesOf = ({ checks }: Report) =>
  new Map(checks.flatMap(({ id, diagnosis }: CheckResult) => (diagnosis ? [[id, diagnosis.id] as const] : [])));

/** Says what is there to see, and nothing about other inputs. */
const FACTS = ['pattern:not-finite'];

/** Diagnoses of one report that another, on other inputs, contradicts: its check fails there too, and says otherwise. */
function contradicted(first: Report, other: Report): boolean {
  const again = diagnosesOf(other);
  return [...diagnosesOf(first)].some(([id, diagnosis]) => {
    const check = other.checks.find((one) => one.id === id);
    return !FACTS.includes(diagnosis) && check?.outcome === 'failed' && again.get(id) !== diagnosis;
  });
}

/**
 * Grades a wrong answer in the sandbox on one seed; where it is killed on another to see whether its diagnoses hold, where
 * it is not on all others, to see whether it is wrong at all.
 *
 * @param quick the exercise without what takes long, or just as it is: what fails on it is killed
 * @param referenceSeen what the reference does on a seed, as {@link observe} gives it.
 */
export async function judgeMutant(
  { whole: gradable, quick }: { whole: GradableExercise; quick: GradableExercise },
  source: string,
  seeds: readonly number[],
  runners: Runners,
  referenceSeen: (seed: number) => Promise<string>,
): Promise<Verdict> {
  const [first = 0, second = 1] = seeds;
  let judged = quick;
  let initial = await grade(judged, source, first, runners);
  if (initial.report.passed && judged !== gradable) {
    judged = gradable;
    initial = await grade(judged, source, first, runners);
  }
  const diagnoses = [...new Set(diagnosesOf(initial.report).values())];
  if (!initial.report.passed) {
    const other = diagnoses.length > 0 ? await grade(judged, source, second, runners) : undefined;
    const misdiagnosed = other !== undefined && contradicted(initial.report, other.report);
    return { killed: true, equivalent: false, diagnosed: diagnoses.length > 0, misdiagnosed, diagnoses };
  }
  let equivalent = initial.seen === (await referenceSeen(first));
  for (const seed of seeds.slice(1)) {
    const { report, seen } = await grade(gradable, source, seed, runners);
    if (!report.passed) {
      return { killed: true, equivalent: false, diagnosed: false, misdiagnosed: false, diagnoses: [] };
    }
    equivalent &&= seen === (await referenceSeen(seed));
  }
  return { killed: false, equivalent, diagnosed: false, misdiagnosed: false, diagnoses };
}

/** What a right answer does on one seed. */
export async function observe(
  gradable: GradableExercise,
  source: string,
  seed: number,
  runners: Runners,
): Promise<string> {
  return (await grade(gradable, source, seed, runners)).seen;
}
