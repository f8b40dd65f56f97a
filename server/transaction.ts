import 'server-only';
import { Prisma } from '@/.generated/prisma/client';
import { db } from './db';

export type Transaction = Prisma.TransactionClient;

const ATTEMPTS = 4;

/**
 * Runs `work` in one transaction, and again when PostgreSQL broke it off to end a deadlock or a write conflict. Nothing
 * in `work` may reach outside the transaction.
 *
 * @param timeout milliseconds after which a transaction is rolled back
 */
export async function inTransaction<T>(
  work: (tx: Transaction) => Promise<T>,
  { timeout = 20_000 }: { timeout?: number } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(work, { maxWait: 10_000, timeout });
    } catch (error) {
      if (attempt >= ATTEMPTS || !isBrokenOff(error)) throw error;
    }
  }
}

/** Whether a row with this key was there already. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}

/** P2034: Prisma's own name for both; 40P01 and 40001: PostgreSQL's, in the text of a raw query's error. */
function isBrokenOff(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === 'P2034' || (error.code === 'P2010' && /40P01|40001/.test(error.message));
}
