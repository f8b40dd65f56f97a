import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import type { ExerciseSummary } from '@/contracts/exercise';
import { db } from '../db';

const DAY_MS = 86_400_000;
/** Exercises that fall due at the end of each week of the demo plan. */
const PER_WEEK = 3;

/** Eight characters that are told by word of mouth: no 0, O, 1, I or L. */
function joinCode(): string {
  const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
  return Array.from(randomBytes(8), (byte) => letters[byte % letters.length]).join('');
}

/**
 * Fills an empty site: a cohort whose plan has every exercise, open at once and due week by week; two teams; an instructor who
 * also runs the site and who has no password, only links.
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
        joinCode: joinCode(),
        startsOn: today,
        assignments: {
          create: exercises.map(({ id }, index) => ({
            exerciseId: id,
            dueAt: new Date(today.getTime() + (Math.floor(index / PER_WEEK) + 1) * 7 * DAY_MS),
          })),
        },
        teams: { create: ['경사 · Gradient', '역전파 · Backprop'].map((name) => ({ name, joinCode: joinCode() })) },
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
