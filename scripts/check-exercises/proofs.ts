import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadExercise } from '@/exercises/catalog';
import { folderOf, readModules } from '@/exercises/folder';
import { countHints } from '@/exercises/hints';
import { ExerciseSchema } from '@/grading/exercise';
import type { GradableExercise } from '@/grading/gradable';
import { gradeWithReference } from '@/grading/grade-with-reference';
import { inProcessRunner } from '@/grading/harness/in-process';
import { remembering } from '@/grading/harness/remembering';
import type { CheckKind, Report } from '@/grading/report';
import { planChecks, resolvePlans } from '@/grading/resolve';
import type { Runner } from '@/grading/task';
import { planningOnce } from '../planning-once';
import { withoutTrainings } from '../without-trainings';
import { pageProofs } from './page-proofs';
import { failures, type Proof, prove } from './proof';

/** Proofs repeat: a failure can be looked at again. */
const SEED = 20_261_123;
const TEXTS = ['prompt', 'hints', 'explanation'];
const LOCALES = ['ko', 'en'];
/** Seen within the learner's own realm only: see docs/threat-model.md. */
const FORGEABLE: readonly CheckKind[] = ['throws', 'purity', 'leak', 'budget', 'uses'];

/** Grades a source of the exercise in hand. */
type Grade = (source: string, what?: GradableExercise) => Promise<Report>;

async function hasBothLanguages({ exercise, checks, mistakes }: GradableExercise): Promise<void> {
  const folder = folderOf(exercise.id);
  const hints = new Map<string, number>();
  for (const locale of LOCALES) {
    for (const text of TEXTS) {
      const mdx = await readFile(join(folder, `${text}.${locale}.mdx`), 'utf8');
      prove(mdx.trim().length > 0, `${text}.${locale}.mdx is empty`);
      if (text === 'hints') hints.set(locale, countHints(mdx));
    }
  }
  prove(hints.get('ko') === hints.get('en'), `hints: ${hints.get('ko')} in Korean, ${hints.get('en')} in English`);
  prove((hints.get('en') ?? 0) >= 3, 'fewer than three hints');
  const texts = [
    exercise.title,
    exercise.summary,
    ...checks.map(({ title }) => title),
    ...mistakes.map((one) => one.diagnosis),
  ];
  const korean = /[가-힣]/;
  const missing = texts.find(({ ko, en }) => en.trim() === '' || !korean.test(ko) || korean.test(en));
  prove(missing === undefined, `not in both languages: ${JSON.stringify(missing)}`);
}

function hasSoundChecks({ exercise, checks, mistakes }: GradableExercise): void {
  ExerciseSchema.parse(exercise);
  const ids = checks.map(({ id }) => id);
  prove(new Set(ids).size === ids.length, `two checks have one id: ${ids}`);
  for (const [i, { id, requires }] of checks.entries()) {
    const unknown = requires.find((required) => !ids.slice(0, i).includes(required));
    prove(unknown === undefined, `${id} requires ${unknown}, which does not come before it`);
  }
  const kinds = new Set(checks.filter(({ visibility }) => visibility === 'public').map(({ kind }) => kind));
  prove(
    [...kinds].some((kind) => ['value', 'gradient', 'backward'].includes(kind)),
    'no public check of values',
  );
  const pointsOf = (some: typeof checks) => some.reduce((sum, { points }) => sum + points, 0);
  const forgeable = pointsOf(checks.filter(({ kind }) => FORGEABLE.includes(kind)));
  prove(2 * forgeable < pointsOf(checks), `checks that can be forged give ${forgeable} of ${pointsOf(checks)} points`);
  const astray = mistakes.find(({ fails }) => !ids.includes(fails));
  prove(astray === undefined, `mistakes: there is no check ${astray?.fails}`);
}

async function agreesWithDifferences(gradable: GradableExercise, grade: Grade, trusted: Runner): Promise<void> {
  const judged = gradable.checks.filter(({ kind }) => kind === 'gradient' || kind === 'backward');
  if (judged.length === 0) return;
  const planned = await resolvePlans(gradable, planChecks(gradable, SEED), trusted);
  const byDifferences = planned.filter(({ expectations }) =>
    expectations.some((one) => one.expect === 'equal' && one.tolerance === 'differences'),
  );
  prove(byDifferences.length > 0, 'no check compares gradients with central differences');
  const report = await grade(gradable.reference);
  const wrong = report.checks.find(
    ({ id, outcome }) => outcome !== 'passed' && byDifferences.some((one) => one.id === id),
  );
  prove(wrong === undefined, `${wrong?.id}: ${wrong?.message.en}`);
}

async function failsAsItSays(
  mistake: GradableExercise['mistakes'][number],
  grade: Grade,
  gradable: GradableExercise,
): Promise<void> {
  const { name } = mistake;
  const { checks, problem } = await grade(mistake.source, gradable);
  prove(problem === undefined, `could not be run: ${problem?.message.en}`);
  const check = checks.find(({ id }) => id === mistake.fails);
  prove(check?.outcome === 'failed', `${mistake.fails} should fail, but it ${check?.outcome}`);
  prove(
    check.diagnosis?.id === `mistake:${name}`,
    `${mistake.fails} should say mistake:${name}, but says ${check.diagnosis?.id ?? 'nothing'}`,
  );
}

/** Everything that must hold of one exercise folder. */
export async function proofsOf(id: string): Promise<Proof[]> {
  const loaded = await loadExercise(id);
  const gradable = planningOnce(loaded);
  const [answers, mistakes] = await Promise.all([
    readModules(gradable.exercise.id, 'answers'),
    readModules(gradable.exercise.id, 'mistakes'),
  ]);
  const trusted = remembering(inProcessRunner);
  const gradedFor = withoutTrainings(gradable);
  const grade: Grade = (source, what = gradable) =>
    gradeWithReference(what, source, SEED, { runner: trusted, trusted });
  const fullMarks = (name: string, source: string): Proof => ({
    name: `${name} gets full marks`,
    check: async () => {
      const report = await grade(source);
      prove(report.passed, failures(report));
    },
  });
  return [
    {
      name: 'the definition holds and names its own folder',
      check: async () => {
        hasSoundChecks(gradable);
        prove(gradable.exercise.id === id, `exercise.ts says ${gradable.exercise.id}`);
      },
    },
    { name: 'texts are there in Korean and English', check: () => hasBothLanguages(gradable) },
    {
      name: 'the starter runs and passes nothing',
      check: async () => {
        const starter = await readFile(join(folderOf(gradable.exercise.id), 'starter.ts'), 'utf8');
        const { checks, problem } = await grade(starter);
        prove(problem === undefined, `could not be run: ${problem?.message.en}`);
        const passed = checks.filter(({ outcome }) => outcome === 'passed').map((one) => one.id);
        prove(passed.length === 0, `passes ${passed}`);
      },
    },
    fullMarks('reference.ts', gradable.reference),
    {
      name: 'gradients agree with fp64 central differences',
      check: () => agreesWithDifferences(gradable, grade, trusted),
    },
    {
      name: 'at least two answers and four mistakes',
      check: async () =>
        prove(answers.size >= 2 && mistakes.size >= 4, `${answers.size} answers, ${mistakes.size} mistakes`),
    },
    ...[...answers].map(([name, source]) => fullMarks(`answers/${name}.ts`, source)),
    ...[...mistakes.keys()].map((name) => ({
      name: `mistakes/${name}.ts fails as it says`,
      check: () => {
        const mistake = gradable.mistakes.find((one) => one.name === name);
        prove(mistake !== undefined, `mistakes.ts does not name ${name}`);
        return failsAsItSays(mistake, grade, gradedFor(mistake));
      },
    })),
    ...pageProofs(loaded, trusted),
  ];
}
