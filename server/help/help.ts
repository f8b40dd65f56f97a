import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HelpInput, HelpState } from '@/contracts/learning';
import { db } from '../db';
import { AppError } from '../errors';
import { appendEvents } from '../events/outbox';
import { getExercise } from '../exercise-manifest';
import { findLearningCohort, type LearningCohort } from '../learning-cohort';
import { lockProgress } from '../progress/exercise-progress';
import { inTransaction } from '../transaction';
import { solutionState } from './solution-policy';

/** Whoever asks: `isAdmin` runs the site and sees every solution. */
export interface HelpSeeker {
  id: string;
  isAdmin: boolean;
}

interface Opened {
  hintsOpened: number;
  gaveUpAt: Date | null;
  firstPassedAt: Date | null;
}

const NOTHING_OPENED: Opened = { hintsOpened: 0, gaveUpAt: null, firstPassedAt: null };

/** Hints opened so far, and whether the solution is open. Null is somebody without an account. */
export async function getHelp(viewer: HelpSeeker | null, exerciseId: string): Promise<HelpState> {
  await getExercise(exerciseId);
  if (viewer === null) return toHelpState({ id: '', isAdmin: false }, null, NOTHING_OPENED);
  const [cohort, opened] = await Promise.all([
    findLearningCohort(db, viewer.id, exerciseId),
    db.exerciseProgress.findUnique({
      where: { userId_exerciseId: { userId: viewer.id, exerciseId } },
      select: { hintsOpened: true, gaveUpAt: true, firstPassedAt: true },
    }),
  ]);
  return toHelpState(viewer, cohort, opened ?? NOTHING_OPENED);
}

/**
 * Opens the next hint, or gives up: the solution opens and a later pass is one after it.
 * @throws {AppError} `invalid-input` for a hint that is not the next one or open already, `forbidden` for giving up
 * where that opens nothing.
 */
export async function askForHelp(viewer: HelpSeeker, input: HelpInput): Promise<HelpState> {
  const { exercise: exerciseId, action } = input;
  const { hints } = await getExercise(exerciseId);
  return inTransaction(async (tx) => {
    const row = await lockProgress(tx, viewer.id, exerciseId);
    const cohort = await findLearningCohort(tx, viewer.id, exerciseId);
    const mayGiveUp = row.gaveUpAt !== null || toHelpState(viewer, cohort, row).canGiveUp;
    if (action === 'give-up' && !mayGiveUp) throw new AppError('forbidden');
    if (action === 'open-hint' && input.hint > Math.min(row.hintsOpened + 1, hints))
      throw new AppError('invalid-input');
    const opened = await tx.exerciseProgress.update({
      where: { userId_exerciseId: { userId: viewer.id, exerciseId } },
      data:
        action === 'open-hint'
          ? { hintsOpened: Math.max(row.hintsOpened, input.hint) }
          : { gaveUpAt: row.gaveUpAt ?? new Date() },
    });
    await appendEvents(tx, viewer.id, [{ type: 'progress' }]);
    return toHelpState(viewer, cohort, opened);
  });
}

/**
 * The reference solution, for whom it is open. Who reads it before a pass hands in after the solution from then on.
 * @throws {AppError} `solution-locked`
 */
export async function openSolution(viewer: HelpSeeker, exerciseId: string): Promise<{ source: string }> {
  const { solution } = await getHelp(viewer, exerciseId);
  if (solution !== 'open') throw new AppError('solution-locked');
  await inTransaction(async (tx) => {
    const { solutionOpenedAt } = await lockProgress(tx, viewer.id, exerciseId);
    await tx.exerciseProgress.update({
      where: { userId_exerciseId: { userId: viewer.id, exerciseId } },
      data: { solutionOpenedAt: solutionOpenedAt ?? new Date() },
    });
  });
  // Text to be read, never a module of this process.
  return { source: await readFile(path.join(process.cwd(), 'exercises', exerciseId, 'reference.ts'), 'utf8') };
}

function toHelpState(viewer: HelpSeeker, cohort: LearningCohort | null, opened: Opened): HelpState {
  const rule = { solutionsOpen: cohort?.solutionsOpen ?? 'AFTER_PASS', dueAt: cohort?.dueAt ?? null };
  const gaveUp = opened.gaveUpAt !== null;
  const solution = solutionState(
    rule,
    { isStaff: viewer.isAdmin || (cohort?.isStaff ?? false), passed: opened.firstPassedAt !== null, gaveUp },
    new Date(),
  );
  const due = rule.dueAt && !cohort?.isStaff ? { due: rule.dueAt.toISOString() } : {};
  return { hintsOpened: opened.hintsOpened, solution, ...due, canGiveUp: solution === 'after-pass', gaveUp };
}
