import 'server-only';
import type { RegradePreview, RegradeResult } from '@/contracts/regrade';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { findFinished } from '../progress/exercise-progress';
import { applyFinished, NOTHING_YET, type Standing } from '../progress/fold';
import { STATE } from '../progress/me';
import { readRegrade } from './read';

/** Rows of each list that are shown. */
const SHOWN = 1_000;

interface Change {
  submission: string;
  userId: string;
  name: string;
  number: number;
  before: RegradeResult | null;
  after: RegradeResult;
}

/**
 * What accepting a regrade would change, or has changed, as far as it is graded.
 * @throws {AppError} `not-found`, also for one that is none of the viewer's business.
 */
export async function previewRegrade(viewer: KnownViewer, id: string): Promise<RegradePreview> {
  const regrade = await readRegrade(viewer, id);
  const changes = await findChanges(id);
  return {
    ...regrade,
    changed: changes.length,
    nowPass: changes.filter(({ before, after }) => after.passed && !before?.passed).length,
    nowFail: changes.filter(({ before, after }) => !after.passed && before?.passed).length,
    changes: changes.slice(0, SHOWN).map(({ submission, number, before, after, userId, name }) => ({
      ...{ submission, number, before, after },
      learner: { id: userId, name },
    })),
    standings: regrade.decision === null && regrade.waiting === 0 ? await findStandings(regrade, changes) : [],
  };
}

/** Submissions whose result differs from the one that they had before this regrade. */
async function findChanges(regradeId: string): Promise<Change[]> {
  return db.$queryRaw<Change[]>`
    SELECT s.id AS submission, u.id AS "userId", u.name, s.number,
      CASE WHEN o.id IS NULL THEN NULL ELSE jsonb_build_object(
        'passed', o.passed, 'score', o.score, 'maxScore', o.max_score, 'version', o.exercise_version) END AS before,
      jsonb_build_object(
        'passed', r.passed, 'score', r.score, 'maxScore', r.max_score, 'version', r.exercise_version) AS after
    FROM grading_run r
    JOIN submission s ON s.id = r.submission_id
    JOIN "user" u ON u.id = s.user_id
    LEFT JOIN grading_run o ON o.id = COALESCE(r.replaced_run_id, NULLIF(s.official_run_id, r.id))
    WHERE r.regrade_id = ${regradeId} AND r.status = 'GRADED'
      AND (o.passed, o.score, o.max_score) IS DISTINCT FROM (r.passed, r.score, r.max_score)
    ORDER BY u.name, u.id, s.number`;
}

async function findStandings(
  { id: regradeId, exercise: exerciseId }: { id: string; exercise: string },
  changes: readonly Change[],
): Promise<RegradePreview['standings']> {
  const learners = new Map(changes.map(({ userId, name }) => [userId, name]));
  const standings: RegradePreview['standings'] = [];
  // What an instructor set by hand no regrade changes.
  const set = await db.gradeOverride.findMany({ where: { exerciseId }, select: { userId: true } });
  for (const { userId } of set) learners.delete(userId);
  for (const [userId, name] of learners) {
    if (standings.length === SHOWN) break;
    const fold = async (accepted: { regradeId?: string }) =>
      toStanding(
        (await findFinished(db, { userId, exerciseId, after: 0, ...accepted })).reduce(applyFinished, NOTHING_YET),
      );
    const [before, after] = await Promise.all([fold({}), fold({ regradeId })]);
    if (JSON.stringify(before) !== JSON.stringify(after))
      standings.push({ learner: { id: userId, name }, before, after });
  }
  return standings;
}

function toStanding({ state, bestScore, maxScore }: Standing) {
  return { state: STATE[state], bestScore, maxScore };
}
