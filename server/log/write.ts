import 'server-only';
import { LOG_FIELDS, type LogChange, type LogEntry, type LogFields, type LogSave } from '@/contracts/log';
import { AppError } from '../errors';
import { appendEvents } from '../events/outbox';
import { inTransaction, type Transaction } from '../transaction';
import { dateOf, isOpenDay } from './day';
import { ENTRY_SELECT, STORED_VISIBILITY, toEntry } from './entry';

/**
 * Saves a day's entry on top of `baseRevision`. `saved` is false, and `entry` the one that is there, when somebody else
 * saved first; with `force` it is overwritten. A repeated save of the same text changes nothing.
 *
 * @throws {AppError} `forbidden` for a day without an entry that is not open
 */
export async function saveEntry(
  viewer: { id: string },
  { day, zone, fields, baseRevision, force }: LogSave,
  now = new Date(),
): Promise<{ saved: boolean; entry: LogEntry }> {
  return inTransaction(async (tx) => {
    const key = { userId: viewer.id, day: dateOf(day) };
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`log:${viewer.id}:${day}`}, 0))`;
    const present = await tx.logEntry.findUnique({ where: { userId_day: key }, select: ENTRY_SELECT });
    if (present === null && !isOpenDay(day, now, zone)) throw new AppError('forbidden');
    if (present !== null && LOG_FIELDS.every((field) => present[field] === fields[field]))
      return { saved: true, entry: toEntry(present) };
    const isOnTop = (present?.revision ?? 0) === baseRevision;
    if (present !== null && !isOnTop && !force) return { saved: false, entry: toEntry(present) };
    const revision = Math.max(present?.revision ?? 0, baseRevision) + 1;
    const row = await tx.logEntry.upsert({
      where: { userId_day: key },
      create: { ...key, ...fields, timeZone: zone, revision },
      update: { ...fields, revision },
      select: ENTRY_SELECT,
    });
    await tellTabs(tx, viewer, day, row.revision);
    return { saved: true, entry: toEntry(row) };
  });
}

/**
 * Posts an entry of one's own, or changes who may read it. The first post fixes the zone that its day is counted in:
 * the one where the writer is, if it is still that day there.
 *
 * @throws {AppError} `not-found`; `invalid-input` for an empty post
 */
export async function changeEntry(
  viewer: { id: string },
  id: string,
  change: LogChange,
  now = new Date(),
): Promise<LogEntry> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM log_entry WHERE id = ${id} AND user_id = ${viewer.id} FOR UPDATE`;
    const present = await tx.logEntry.findFirst({ where: { id, userId: viewer.id }, select: ENTRY_SELECT });
    if (present === null) throw new AppError('not-found');
    const visibility = STORED_VISIBILITY[change.visibility];
    const isFirst = change.action === 'post' && present.postedAt === null;
    if (isFirst && isBlank(present)) throw new AppError('invalid-input');
    const { day } = toEntry(present);
    const row = await tx.logEntry.update({
      where: { id },
      data: {
        visibility,
        ...(isFirst ? { postedAt: now } : {}),
        ...(isFirst && isOpenDay(day, now, change.zone) ? { timeZone: change.zone } : {}),
      },
      select: ENTRY_SELECT,
    });
    await tellTabs(tx, viewer, day, row.revision);
    return toEntry(row);
  });
}

/** @throws {AppError} `not-found`, also for somebody else's. */
export async function deleteEntry(viewer: { id: string }, id: string): Promise<void> {
  const { count } = await inTransaction((tx) => tx.logEntry.deleteMany({ where: { id, userId: viewer.id } }));
  if (count === 0) throw new AppError('not-found');
}

function isBlank(fields: LogFields): boolean {
  return LOG_FIELDS.every((field) => fields[field].trim() === '');
}

async function tellTabs(tx: Transaction, viewer: { id: string }, day: string, revision: number): Promise<void> {
  await appendEvents(tx, viewer.id, [{ type: 'log', day, revision }]);
}
