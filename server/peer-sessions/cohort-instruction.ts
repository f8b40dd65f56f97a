import 'server-only';
import { findChoiceQuestion } from '@/content/plan/choice-questions';
import { type CohortInstruction, SPREAD_FROM } from '@/contracts/peer-session';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { AppError } from '../errors';
import { taught } from '../teams/access';
import { gain } from './instruction-rules';

/**
 * What the teams of a cohort gained from talking, check by check: of closed questions, over all who answered twice. Fewer
 * than three people are left out: staff see shares, nobody's answers.
 * @throws {AppError} `not-found`, also for a cohort that the viewer does not teach
 */
export async function readCohortInstruction(viewer: KnownViewer, cohortId: string): Promise<CohortInstruction> {
  const cohort = await db.cohort.findFirst({
    where: { AND: [taught(viewer), { id: cohortId }] },
    select: { id: true },
  });
  if (cohort === null) throw new AppError('not-found');
  const rows = await db.$queryRaw<{ check: string; teams: number; people: number; right1: number; right2: number }[]>`
    SELECT i.check_id AS check, count(DISTINCT s.team_id)::int AS teams, count(*)::int AS people,
      count(*) FILTER (WHERE one.correct)::int AS right1, count(*) FILTER (WHERE two.correct)::int AS right2
    FROM peer_instruction i
    JOIN peer_session s ON s.id = i.session_id
    JOIN team t ON t.id = s.team_id AND t.cohort_id = ${cohortId}
    JOIN peer_vote one ON one.instruction_id = i.id AND one.round = 1
    JOIN peer_vote two ON two.instruction_id = i.id AND two.round = 2 AND two.user_id = one.user_id
    WHERE i.phase = 'closed'
    GROUP BY i.check_id HAVING count(DISTINCT one.user_id) >= ${SPREAD_FROM}
    ORDER BY i.check_id`;
  return {
    checks: rows.map(({ check, teams, people, right1, right2 }) => ({
      ...{ check, question: findChoiceQuestion(check)?.question ?? null, teams },
      ...gain(people, right1, right2),
    })),
  };
}
