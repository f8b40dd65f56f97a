import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { GradeOverride } from '@/contracts/cohort-learner';
import { db } from '../db';

export const OVERRIDE_SELECT = {
  passed: true,
  score: true,
  maxScore: true,
  reason: true,
  createdAt: true,
  createdBy: { select: { name: true } },
} as const satisfies Prisma.GradeOverrideSelect;

type Row = Prisma.GradeOverrideGetPayload<{ select: typeof OVERRIDE_SELECT }>;

export function toOverride({ createdAt, createdBy, ...row }: Row): GradeOverride {
  return { ...row, by: createdBy?.name ?? null, at: createdAt.toISOString() };
}

/** What an instructor set of the viewer's own standing. */
export async function readOwnOverride(viewer: { id: string }, exerciseId: string): Promise<GradeOverride | null> {
  const row = await db.gradeOverride.findUnique({
    where: { userId_exerciseId: { userId: viewer.id, exerciseId } },
    select: OVERRIDE_SELECT,
  });
  return row && toOverride(row);
}
