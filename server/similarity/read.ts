import 'server-only';
import type {
  ComparedWork,
  ShippedText,
  Similarity,
  SimilarityEvidence,
  SimilarityPairQuery,
  SimilarPair,
} from '@/contracts/similarity';
import type { KnownViewer } from '../accounts/policies';
import { staffedBy } from '../cohorts/access';
import { quantile } from '../cohorts/statistics';
import { db } from '../db';
import { audit } from '../discussion/audit';
import { AppError } from '../errors';
import { getExercise, readManifest } from '../exercise-manifest';
import { type Analysis, analyse, lessAlike, pairsOf } from './analysis';
import type { Pair } from './cohort';
import { type Comparable, findMatches, likenessOf, type Match } from './compare';

/** Pairs of a kind that one answer names. */
const MOST_PAIRS = 200;
const BINS = 20;

/** @throws {AppError} `not-found`, also for a cohort that is none of the viewer's business */
async function findCohort(viewer: KnownViewer, cohortId: string) {
  const cohort = await db.cohort.findFirst({
    where: { AND: [staffedBy(viewer), { id: cohortId }] },
    select: { id: true, name: true, assignments: { select: { exerciseId: true } } },
  });
  if (cohort === null) throw new AppError('not-found');
  return cohort;
}

/**
 * Which exercises of a cohort have work to compare, and of the one that is asked for how alike it is. The look is written to
 * the audit trail.
 * @throws {AppError} `not-found`, also for a cohort that is none of the viewer's business and an unknown exercise
 */
export async function readSimilarity(
  viewer: KnownViewer,
  cohortId: string,
  exerciseId: string | undefined,
): Promise<Similarity> {
  const { id, name, assignments } = await findCohort(viewer, cohortId);
  const planned = new Set(assignments.map((assignment) => assignment.exerciseId));
  const passed = new Map(
    (
      await db.$queryRaw<{ exerciseId: string; passed: number }[]>`
        SELECT p.exercise_id AS "exerciseId", count(*)::int AS passed
        FROM enrolment e JOIN exercise_progress p ON p.user_id = e.user_id
        WHERE e.cohort_id = ${cohortId} AND e.role = 'LEARNER' AND p.state <> 'TRYING'
        GROUP BY p.exercise_id`
    ).map((row) => [row.exerciseId, row.passed]),
  );
  const exercises = (await readManifest()).exercises
    .filter((exercise) => planned.size === 0 || planned.has(exercise.id) || passed.has(exercise.id))
    .map((exercise) => ({ id: exercise.id, passed: passed.get(exercise.id) ?? 0 }));
  if (exerciseId === undefined) return { cohort: { id, name }, exercises, compared: null };
  await getExercise(exerciseId);
  await audit(db, { userId: viewer.id }, { cohortId, action: 'similarity.look', subject: exerciseId });
  const analysis = await analyse(cohortId, exerciseId);
  return { cohort: { id, name }, exercises, compared: { exercise: exerciseId, ...describe(analysis) } };
}

function describe(analysis: Analysis): Omit<NonNullable<Similarity['compared']>, 'exercise'> {
  const { passing, texts, pairs, leftOut, ranked } = analysis;
  const lengths = texts.slice(0, passing.length).map(({ counted }) => counted);
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((share) => quantile(lengths, share));
  const distribution = Array<number>(BINS).fill(0);
  for (const likeness of ranked) {
    const bin = Math.min(BINS - 1, Math.floor(likeness * BINS));
    distribution[bin] = (distribution[bin] ?? 0) + 1;
  }
  distribution[0] = (distribution[0] ?? 0) + pairsOf(analysis) - ranked.length;
  const most = (which: (pair: Pair) => boolean) =>
    pairs
      .filter(which)
      .slice(0, MOST_PAIRS)
      .map((pair) => toPair(analysis, pair));
  return {
    learners: passing.length,
    leftOut,
    tokens: q1 == null || median == null || q3 == null ? null : { q1, median, q3 },
    pairs: pairsOf(analysis),
    distribution,
    learnerPairs: most(({ b }) => b < passing.length),
    shippedPairs: most(({ b }) => b >= passing.length),
  };
}

function toPair(analysis: Analysis, pair: Pair): SimilarPair {
  const { passing, shipped, texts } = analysis;
  const sideOf = (at: number, matched: number): ComparedWork | ShippedText => {
    const tokens = texts[at]?.counted ?? 0;
    const work = passing[at];
    if (work === undefined) return { tokens, matched, shipped: shipped[at - passing.length]?.name ?? '' };
    const { id, userId, name, team, afterSolution } = work;
    return { tokens, matched, submission: id, learner: { id: userId, name }, team, afterSolution };
  };
  const [one, other] = [passing[pair.a], passing[pair.b]];
  return {
    a: sideOf(pair.a, pair.matched[0]) as ComparedWork,
    b: sideOf(pair.b, pair.matched[1]),
    likeness: pair.likeness,
    sameTeam: one?.teamId != null && one.teamId === other?.teamId,
    above: lessAlike(analysis, pair),
  };
}

/**
 * Two texts side by side, with what they have in common. One entry in the audit trail for each learner whose work is shown.
 * @throws {AppError} `not-found`, also for what is not compared in this cohort: another cohort's, or not the first that passed
 */
export async function readEvidence(
  viewer: KnownViewer,
  cohortId: string,
  query: SimilarityPairQuery,
): Promise<SimilarityEvidence> {
  await findCohort(viewer, cohortId);
  const asked = await db.submission.findFirst({
    where: { id: query.submission, cohortId },
    select: { exerciseId: true },
  });
  if (asked === null) throw new AppError('not-found');
  const analysis = await analyse(cohortId, asked.exerciseId);
  const { passing, shipped, texts } = analysis;
  const first = passing.findIndex(({ id }) => id === query.submission);
  const names = [...passing.map(({ id }) => id), ...shipped.map(({ name }) => name)];
  const second = names.indexOf(query.with);
  const [a, b] = [Math.min(first, second), Math.max(first, second)];
  const [one, other] = [texts[a], texts[b]];
  if (first === second || one === undefined || other === undefined) throw new AppError('not-found');
  for (const at of [a, b]) {
    const work = passing[at];
    if (work === undefined) continue;
    const detail = { submission: work.id, with: names[at === a ? b : a] ?? '' };
    await audit(db, { userId: viewer.id }, { cohortId, action: 'similarity.compare', subject: work.userId, detail });
  }
  const matches = findMatches(one, other);
  const sources = { a: await sourceOf(analysis, a), b: await sourceOf(analysis, b) };
  return {
    exercise: asked.exerciseId,
    pair: toPair(analysis, { a, b, ...likenessOf(one, other, matches) }),
    pairs: pairsOf(analysis),
    sources,
    matches: matches.map((match) => ({
      a: regionOf(one, match, 'a', sources.a),
      b: regionOf(other, match, 'b', sources.b),
      tokens: match.length,
    })),
  };
}

async function sourceOf({ passing, shipped }: Analysis, at: number): Promise<string> {
  const work = passing[at];
  if (work === undefined) return shipped[at - passing.length]?.source ?? '';
  const row = await db.submission.findUnique({ where: { id: work.id }, select: { source: true } });
  if (row === null) throw new AppError('not-found');
  return row.source;
}

function regionOf({ starts, ends }: Comparable, match: Match, side: 'a' | 'b', source: string) {
  const [from, to] = [starts[match[side]] ?? 0, ends[match[side] + match.length - 1] ?? 0];
  const lineAt = (offset: number) => source.slice(0, offset).split('\n').length;
  return { from, to, lines: [lineAt(from), lineAt(to)] as [number, number] };
}
