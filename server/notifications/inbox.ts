import 'server-only';
import type { Inbox, InboxCount } from '@/contracts/notifications';
import type { Reader } from '../discussion/reader';
import { appendEvents } from '../events/outbox';
import { inTransaction } from '../transaction';
import { countUnread, findLines, groupLines } from './lines';
import { isQuiet, readSettings } from './settings';

/** Lines of one page, before they are grouped. */
const PAGE = 60;

export async function readInbox(
  reader: Reader,
  { show, before }: { show: 'unread' | 'all'; before?: string | undefined },
): Promise<Inbox> {
  const [lines, unread] = await Promise.all([
    findLines(reader, { unread: show === 'unread', take: PAGE + 1, ...(before === undefined ? {} : { before }) }),
    countUnread(reader),
  ]);
  const shown = lines.slice(0, PAGE);
  return { groups: groupLines(shown), unread, next: lines.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}

export async function countInbox(reader: Reader, now = new Date()): Promise<InboxCount> {
  const [unread, settings] = await Promise.all([countUnread(reader), readSettings({ id: reader.userId })]);
  return { unread, quiet: isQuiet(now, settings) };
}

/** Marks lines of the reader's own as read; ids of others’ lines change nothing. */
export async function markRead(reader: Reader, read: 'all' | readonly string[]): Promise<InboxCount> {
  await inTransaction(async (tx) => {
    const { count } = await tx.notification.updateMany({
      where: { userId: reader.userId, readAt: null, ...(read === 'all' ? {} : { id: { in: [...read] } }) },
      data: { readAt: new Date() },
    });
    if (count > 0) await appendEvents(tx, reader.userId, [{ type: 'inbox' }]);
  });
  return countInbox(reader);
}
