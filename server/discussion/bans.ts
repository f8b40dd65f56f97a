import 'server-only';
import { AppError } from '../errors';
import type { Transaction } from '../transaction';

export interface Ban {
  /** Null: until it is lifted. */
  until: Date | null;
}

/** The ban from posting in a cohort that holds now. */
export async function findBan(
  tx: Pick<Transaction, 'postingBan'>,
  userId: string,
  cohortId: string,
  now = new Date(),
): Promise<Ban | null> {
  return tx.postingBan.findFirst({
    where: { userId, cohortId, OR: [{ until: null }, { until: { gt: now } }] },
    select: { until: true },
  });
}

/** @throws {AppError} `forbidden` for who may read and not write */
export async function refuseBanned(
  tx: Pick<Transaction, 'postingBan'>,
  userId: string,
  cohortId: string,
): Promise<void> {
  if ((await findBan(tx, userId, cohortId)) !== null) throw new AppError('forbidden');
}
