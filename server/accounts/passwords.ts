import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import { db } from '../db';
import { getAuth } from './auth';

export const CREDENTIAL = 'credential';

export async function hashPassword(password: string): Promise<string> {
  return (await getAuth().$context).password.hash(password);
}

export async function hasPassword(userId: string): Promise<boolean> {
  const credential = await db.account.findFirst({
    where: { userId, providerId: CREDENTIAL, password: { not: null } },
    select: { id: true },
  });
  return credential !== null;
}

/** False also for an account without a password. */
export async function isPasswordOf(userId: string, password: string): Promise<boolean> {
  const credential = await db.account.findFirst({
    where: { userId, providerId: CREDENTIAL },
    select: { password: true },
  });
  if (!credential?.password) return false;
  return (await getAuth().$context).password.verify({ hash: credential.password, password });
}

/** Sets or replaces the password, as better-auth's sign-in expects it. */
export async function keepPassword(tx: Prisma.TransactionClient, userId: string, hash: string): Promise<void> {
  const key = { providerId_accountId: { providerId: CREDENTIAL, accountId: userId } };
  await tx.account.upsert({
    where: key,
    update: { password: hash },
    create: { id: crypto.randomUUID(), userId, providerId: CREDENTIAL, accountId: userId, password: hash },
  });
}
