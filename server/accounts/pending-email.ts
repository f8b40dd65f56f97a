import 'server-only';
import * as z from 'zod';
import type { Prisma } from '@/.generated/prisma/client';
import { db } from '../db';

const HOURS = 24;

const PendingEmailSchema = z.object({ userId: z.string(), email: z.string() });

function identifier(tokenHash: string): string {
  return `change-email:${tokenHash}`;
}

/** Keeps a change of address until its new owner confirms it; an earlier one of the same person is dropped. */
export async function keepPendingEmail(tokenHash: string, userId: string, email: string): Promise<void> {
  const value = JSON.stringify(PendingEmailSchema.parse({ userId, email }));
  const expiresAt = new Date(Date.now() + HOURS * 3_600_000);
  await db.$transaction(async (tx) => {
    await dropPendingEmails(tx, userId);
    await tx.verification.create({
      data: { id: crypto.randomUUID(), identifier: identifier(tokenHash), value, expiresAt },
    });
  });
}

export async function dropPendingEmails(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  await tx.verification.deleteMany({
    where: { identifier: { startsWith: 'change-email:' }, value: { contains: JSON.stringify(userId) } },
  });
}

export async function findPendingEmail(
  tokenHash: string,
): Promise<{ userId: string; email: string; expiresAt: Date } | null> {
  const row = await db.verification.findFirst({ where: { identifier: identifier(tokenHash) } });
  return row === null ? null : { ...PendingEmailSchema.parse(JSON.parse(row.value)), expiresAt: row.expiresAt };
}

/** Addresses that somebody wants to change to and has not confirmed yet. */
export async function findPendingEmails(userId: string): Promise<string[]> {
  const rows = await db.verification.findMany({
    where: { identifier: { startsWith: 'change-email:' }, value: { contains: JSON.stringify(userId) } },
    select: { value: true },
  });
  return rows.map(({ value }) => PendingEmailSchema.parse(JSON.parse(value)).email);
}
