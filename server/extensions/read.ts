import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { Extension } from '@/contracts/extension';

export const EXTENSION_SELECT = {
  dueAt: true,
  reason: true,
  createdAt: true,
  createdBy: { select: { name: true } },
} as const satisfies Prisma.ExtensionSelect;

type Row = Prisma.ExtensionGetPayload<{ select: typeof EXTENSION_SELECT }>;

export function toExtension({ dueAt, reason, createdAt, createdBy }: Row): Extension {
  return { due: dueAt.toISOString(), reason, by: createdBy?.name ?? null, at: createdAt.toISOString() };
}
