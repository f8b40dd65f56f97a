import 'server-only';
import { randomUUID } from 'node:crypto';
import { localDay } from '@/content/plan/calendar';
import type { ExerciseSummary } from '@/contracts/exercise';
import { db } from '../db';
import { newJoinCode } from '../teams/join-code';

const DAY_MS = 86_400_000;
/** Exercises that fall due at the end of each week of the demo plan. */
const PER_WEEK = 3;

const TIME_ZONE = 'Asia/Seoul';

/**
 * Fills an empty site: a cohort that meets every day and whose plan has every exercise, open at once and due week by week;
 * two teams; an instructor who also runs the site and who has no password, only links.
 *
 * @returns false when there already is an instructor or a cohort
 */
export async function seedDemoCohort(exercises: ExerciseSummary[], today: Date): Promise<boolean> {
  return db.$transaction(async (tx) => {
    if ((await tx.cohort.count()) > 0 || (await tx.user.count({ where: { isAdmin: true } })) > 0) return false;
    const { id: cohortId } = await tx.cohort.create({
      data: {
        slug: 'demo',
        name: '데모 코호트 · Demo cohort',
        joinCode: newJoinCode(),
        timeZone: TIME_ZONE,
        startsOn: new Date(localDay(today, TIME_ZONE)),
        // Whoever looks around on a Sunday finds a session, too.
        sessionDays: [1, 2, 3, 4, 5, 6, 7],
        assignments: {
          create: exercises.map(({ id }, index) => ({
            exerciseId: id,
            dueAt: new Date(today.getTime() + (Math.floor(index / PER_WEEK) + 1) * 7 * DAY_MS),
          })),
        },
        teams: { create: ['경사 · Gradient', '역전파 · Backprop'].map((name) => ({ name, joinCode: newJoinCode() })) },
      },
    });
    await tx.user.create({
      data: {
        id: randomUUID(),
        name: '강사 · Instructor',
        email: 'instructor@localhost',
        isAdmin: true,
        enrolments: { create: { cohortId, role: 'INSTRUCTOR' } },
      },
    });
    return true;
  });
}
