import 'server-only';
import type { Sharing, TeamProgress } from '@/contracts/team';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { readTeam } from './read';

interface Row {
  id: string;
  name: string;
  shares: Sharing;
  passed: string[];
  tried: { exercise: string; attempts: number; bestScore: number; maxScore: number }[] | null;
  days: number | null;
}

/**
 * Members side by side, each as far as they agree to share; one's own row is whole, and staff see all. What is not shared
 * never leaves the database.
 * @throws {AppError} `not-found`
 */
export async function readTeamProgress(viewer: KnownViewer, teamId: string): Promise<TeamProgress> {
  const team = await readTeam(viewer, teamId);
  const seesAll = team.viewer === 'staff';
  const members = await db.$queryRaw<Row[]>`
    SELECT m.id, m.name, m.shares::text AS shares, passed, tried, days
    FROM (
      SELECT u.id, u.name, e.shares, e.created_at, c.time_zone,
        e.shares <> 'NOTHING' OR u.id = ${viewer.id} OR ${seesAll} AS states,
        e.shares = 'DETAILS' OR u.id = ${viewer.id} OR ${seesAll} AS details
      FROM enrolment e JOIN "user" u ON u.id = e.user_id JOIN cohort c ON c.id = e.cohort_id
      WHERE e.team_id = ${teamId}
    ) m
    CROSS JOIN LATERAL (
      SELECT COALESCE(array_agg(p.exercise_id ORDER BY p.exercise_id), '{}') AS passed FROM exercise_progress p
      WHERE m.states AND p.user_id = m.id AND p.state IN ('PASSED', 'PASSED_AFTER_SOLUTION')
    ) AS shown_passed
    CROSS JOIN LATERAL (
      SELECT CASE WHEN m.details THEN COALESCE(jsonb_agg(jsonb_build_object(
          'exercise', p.exercise_id, 'attempts', p.attempts, 'bestScore', p.best_score, 'maxScore', p.max_score
        ) ORDER BY p.exercise_id), '[]') END AS tried
      FROM exercise_progress p WHERE m.details AND p.user_id = m.id AND p.attempts > 0
    ) AS shown_tried
    CROSS JOIN LATERAL (
      SELECT CASE WHEN m.details THEN count(DISTINCT (s.created_at AT TIME ZONE m.time_zone)::date)::int END AS days
      FROM submission s
      WHERE m.details AND s.user_id = m.id AND s.created_at > now() - interval '9 days'
        AND (s.created_at AT TIME ZONE m.time_zone)::date > (now() AT TIME ZONE m.time_zone)::date - 7
    ) AS shown_days
    ORDER BY m.created_at, m.id`;
  return { members };
}
