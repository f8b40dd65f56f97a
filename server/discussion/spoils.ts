import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getExercise, readManifest } from '../exercise-manifest';
import type { Transaction } from '../transaction';
import { GIVEN_AWAY, shareOf, shinglesOf } from './passing-code';
import type { Reader } from './reader';

/** Latest passing submissions of an exercise that a text is compared with. */
const COMPARED = 5;

/** What a post holds that may give a solution away. */
interface Written {
  body: string;
  snippet: { source: string; exercise: string | null } | null;
  /** Id of a submission that it shows. */
  snapshot: string | null;
  /** What its author says that it spoils. */
  spoils: string | null;
}

interface WrittenIn {
  anchor: string;
  exerciseId: string | null;
  submissionId: string | null;
}

/**
 * The exercise whose passing code is in a post, by the first that applies: it shows a passing submission; its thread hangs
 * on lines of one; its text or snippet gives away a solution that its author knows (`passing-code.ts`), their own or the
 * reference; its author says so.
 *
 * @throws {AppError} `not-found` for an exercise that there is none of
 */
export async function spoiledBy(
  tx: Transaction,
  author: Reader,
  thread: WrittenIn,
  { body, snippet, snapshot, spoils }: Written,
): Promise<string | null> {
  if (spoils !== null) await getExercise(spoils);
  const lines = thread.anchor === 'LINES' ? thread.submissionId : null;
  for (const id of [snapshot, lines]) {
    const passing = id === null ? null : await findPassing(tx, id);
    if (passing !== null) return passing;
  }
  const bound = [snippet?.exercise, thread.exerciseId].filter((id) => id !== undefined && id !== null);
  return (await findGivenAway(tx, author, `${body}\n${snippet?.source ?? ''}`, bound)) ?? spoils;
}

async function findPassing(tx: Transaction, submissionId: string): Promise<string | null> {
  const row = await tx.submission.findFirst({
    where: { id: submissionId, officialRun: { passed: true } },
    select: { exerciseId: true },
  });
  return row?.exerciseId ?? null;
}

/** Of the exercises that the author has opened, the one that a text gives away most of; one that it is about goes first. */
async function findGivenAway(
  tx: Transaction,
  author: Reader,
  text: string,
  bound: readonly string[],
): Promise<string | null> {
  const said = shinglesOf(text);
  if (said.size === 0 || author.opened.length === 0) return null;
  const { exercises } = await readManifest();
  const passing = await tx.submission.findMany({
    where: { userId: author.userId, exerciseId: { in: [...author.opened] }, officialRun: { passed: true } },
    orderBy: { number: 'desc' },
    select: { exerciseId: true, source: true },
  });
  let found: { id: string; share: number } | undefined;
  for (const { id, starter } of exercises.filter((exercise) => author.opened.includes(exercise.id))) {
    const own = passing.filter(({ exerciseId }) => exerciseId === id).slice(0, COMPARED);
    const solutions = [await readReference(id), ...own.map(({ source }) => source)];
    const share = Math.max(...solutions.map((solution) => shareOf(solution, said, starter)));
    if (share < GIVEN_AWAY) continue;
    if (bound.includes(id)) return id;
    if (found === undefined || share > found.share) found = { id, share };
  }
  return found?.id ?? null;
}

/** Text to be compared, never a module of this process; empty for an exercise that is gone. */
function readReference(exerciseId: string): Promise<string> {
  return readFile(path.join(process.cwd(), 'exercises', exerciseId, 'reference.ts'), 'utf8').catch(() => '');
}
