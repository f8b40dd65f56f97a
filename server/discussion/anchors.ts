import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { AnchorKind } from '@/.generated/prisma/enums';
import type { Anchor, AnchorInput } from '@/contracts/discussion';
import type { Localized } from '@/grading/localized';
import { CheckResultSchema } from '@/grading/report';
import { db } from '../db';
import { AppError } from '../errors';
import { getExercise, readManifest } from '../exercise-manifest';
import { findLessonText, type LessonSection } from './lesson-sections';
import { onlyReaders } from './people';
import { isStaffOf, type Reader } from './reader';
import { signatureOf } from './signature';
import { submissionsVisibleTo } from './visible';

/** Columns of a thread that say what it hangs on. */
export const ANCHOR_SELECT = {
  anchor: true,
  lessonId: true,
  section: true,
  exerciseId: true,
  submissionId: true,
  checkId: true,
  lineFrom: true,
  lineTo: true,
  sessionId: true,
} as const satisfies Prisma.ThreadSelect;

type AnchorColumns = Prisma.ThreadGetPayload<{ select: typeof ANCHOR_SELECT }>;
type Place = { cohortId: string; teamId: string | null };

/** As it is stored, and what follows from it for the thread. */
export interface ResolvedAnchor {
  columns: Partial<AnchorColumns> & { anchor: AnchorKind; signature?: string | null };
  /** A thread on a session is its team's. */
  place: Place;
}

/**
 * Looks up what a new thread is to hang on.
 * @throws {AppError} `not-found` for what does not exist or the reader does not see; `invalid-input` for lines that are not
 *   there; `conflict` for a check of a submission that waits for its verdict
 */
export async function resolveAnchor(reader: Reader, input: AnchorInput, place: Place): Promise<ResolvedAnchor> {
  switch (input.kind) {
    case 'free':
      return { columns: { anchor: 'FREE' }, place };
    case 'lesson':
      return { columns: await resolveLesson(input), place };
    case 'exercise':
      return { columns: { anchor: 'EXERCISE', exerciseId: (await getExercise(input.exercise)).id }, place };
    case 'check':
      return { columns: await resolveCheck(reader, input, place), place };
    case 'lines':
      return { columns: await resolveLines(reader, input, place), place };
    case 'session':
      return resolveSession(reader, input.session, place);
  }
}

async function resolveLesson({ lesson, section }: Extract<AnchorInput, { kind: 'lesson' }>) {
  if ((await findLessonText(lesson)) === null) throw new AppError('not-found');
  const found = section === null ? null : await findSection(lesson, section);
  return { anchor: 'LESSON' as const, lessonId: lesson, section: found?.id.en ?? null };
}

/** By the heading's id in either language. */
export async function findSection(lesson: string, section: string): Promise<LessonSection> {
  const text = await findLessonText(lesson);
  const found = text?.sections.find(({ id }) => id.en === section || id.ko === section);
  if (found === undefined) throw new AppError('not-found');
  return found;
}

async function resolveCheck(
  reader: Reader,
  { submission: id, check }: Extract<AnchorInput, { kind: 'check' }>,
  place: Place,
) {
  const submission = await db.submission.findFirst({
    where: { id, ...submissionsVisibleTo(reader) },
    select: {
      exerciseId: true,
      userId: true,
      officialRun: { select: { checks: { where: { checkId: check }, select: { result: true } } } },
    },
  });
  if (submission === null) throw new AppError('not-found');
  await mayBeTalkedOf(reader, submission.userId, place);
  if (submission.officialRun === null) throw new AppError('conflict');
  const result = submission.officialRun.checks[0]?.result;
  if (result === undefined) throw new AppError('not-found');
  return {
    anchor: 'CHECK' as const,
    exerciseId: submission.exerciseId,
    submissionId: id,
    checkId: check,
    signature: signatureOf(submission.exerciseId, CheckResultSchema.parse(result)),
  };
}

async function resolveLines(
  reader: Reader,
  { submission: id, from, to }: Extract<AnchorInput, { kind: 'lines' }>,
  place: Place,
): Promise<ResolvedAnchor['columns']> {
  const submission = await db.submission.findFirst({
    where: { id, ...submissionsVisibleTo(reader) },
    select: { exerciseId: true, userId: true, source: true },
  });
  if (submission === null) throw new AppError('not-found');
  await mayBeTalkedOf(reader, submission.userId, place);
  if (to > submission.source.split('\n').length) throw new AppError('invalid-input');
  return {
    anchor: 'LINES',
    exerciseId: submission.exerciseId,
    submissionId: id,
    lineFrom: from,
    lineTo: to,
  };
}

/**
 * One's own work may be talked of anywhere, and by staff. Of what a teammate has shown one talks where they read it: nobody
 * carries it to the whole cohort but its author.
 */
async function mayBeTalkedOf(reader: Reader, ownerId: string, place: Place): Promise<void> {
  if (ownerId === reader.userId || isStaffOf(reader, place.cohortId)) return;
  const [owner] = place.teamId === null ? [] : await onlyReaders(db, place, [ownerId]);
  if (owner === undefined) throw new AppError('forbidden');
}

async function resolveSession(reader: Reader, id: string, { cohortId }: Place): Promise<ResolvedAnchor> {
  const session = await db.peerSession.findFirst({
    where: {
      id,
      team: { cohortId, ...(isStaffOf(reader, cohortId) ? {} : { id: { in: [...reader.teams] } }) },
    },
    select: { teamId: true },
  });
  if (session === null) throw new AppError('not-found');
  return { columns: { anchor: 'SESSION', sessionId: id }, place: { cohortId, teamId: session.teamId } };
}

/** What a thread hangs on, for its readers, with its name where it has one and still exists. */
export async function describeAnchor(row: AnchorColumns): Promise<{ anchor: Anchor; about: Localized | null }> {
  const exercise = row.exerciseId ?? '';
  switch (row.anchor) {
    case 'FREE':
      return { anchor: { kind: 'free' }, about: null };
    case 'LESSON': {
      const text = await findLessonText(row.lessonId ?? '');
      const section = text?.sections.find(({ id }) => id.en === row.section);
      return {
        anchor: { kind: 'lesson', lesson: row.lessonId ?? '', section: section?.id ?? null },
        about: section?.heading ?? text?.title ?? null,
      };
    }
    case 'EXERCISE':
      return { anchor: { kind: 'exercise', exercise }, about: await titleOf(exercise) };
    case 'CHECK': {
      const check = row.checkId ?? '';
      return {
        anchor: { kind: 'check', exercise, submission: row.submissionId, check },
        about: await titleOf(exercise, check),
      };
    }
    case 'LINES':
      return {
        anchor: {
          ...{ kind: 'lines', exercise, submission: row.submissionId },
          ...{ from: row.lineFrom ?? 1, to: row.lineTo ?? 1 },
        },
        about: await titleOf(exercise),
      };
    case 'SESSION':
      return { anchor: { kind: 'session', session: row.sessionId }, about: null };
  }
}

/** Title of an exercise or of one of its checks; null for one that the course no longer has. */
async function titleOf(exerciseId: string, checkId?: string): Promise<Localized | null> {
  const { exercises } = await readManifest();
  const exercise = exercises.find(({ id }) => id === exerciseId);
  const check = checkId === undefined ? undefined : exercise?.checks.find(({ id }) => id === checkId);
  return check?.title ?? exercise?.title ?? null;
}
