import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { LogEntry, LogVisibility, SignedEntry } from '@/contracts/log';

export const ENTRY_SELECT = {
  id: true,
  day: true,
  visibility: true,
  learned: true,
  derived: true,
  mistake: true,
  question: true,
  thanks: true,
  revision: true,
  postedAt: true,
  updatedAt: true,
} as const satisfies Prisma.LogEntrySelect;

export const SIGNED_SELECT = { ...ENTRY_SELECT, user: { select: { id: true, name: true } } } as const;

type Row = Prisma.LogEntryGetPayload<{ select: typeof ENTRY_SELECT }>;

export const VISIBILITY = { ME: 'me', TEAM: 'team', COHORT: 'cohort' } as const;
export const STORED_VISIBILITY = { me: 'ME', team: 'TEAM', cohort: 'COHORT' } as const satisfies Record<
  LogVisibility,
  Row['visibility']
>;

export function toEntry({ day, visibility, postedAt, updatedAt, ...row }: Row): LogEntry {
  return {
    ...row,
    day: day.toISOString().slice(0, 10),
    visibility: VISIBILITY[visibility],
    postedAt: postedAt?.toISOString() ?? null,
    updatedAt: updatedAt.toISOString(),
  };
}

type SignedRow = Prisma.LogEntryGetPayload<{ select: typeof SIGNED_SELECT }>;

export function toSignedEntry({ user, ...row }: SignedRow, viewer: { id: string }): SignedEntry {
  return { ...toEntry(row), author: user, mine: user.id === viewer.id };
}
