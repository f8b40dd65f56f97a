import 'server-only';
import type { MomentInput } from '@/contracts/discussion';
import { db } from '../db';
import { AppError } from '../errors';
import { tell } from '../events/moments';
import { audienceOf } from './announce';
import type { Reader } from './reader';
import { threadsVisibleTo } from './visible';

/**
 * Tells who else hears of a thread that somebody types in it, or is there.
 * @throws {AppError} `not-found`
 */
export async function tellMoment(reader: Reader, name: string, moment: MomentInput): Promise<void> {
  const seen = await db.thread.count({ where: { AND: [threadsVisibleTo(reader), { id: moment.thread }] } });
  if (seen === 0) throw new AppError('not-found');
  const others = (await audienceOf(db, moment.thread)).filter((id) => id !== reader.userId);
  await tell(others, { ...moment, user: { id: reader.userId, name } }, { from: reader.userId });
}
