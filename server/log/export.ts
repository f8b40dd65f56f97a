import 'server-only';
import { createTranslator } from 'use-intl/core';
import { LOG_FIELDS } from '@/contracts/log';
import type { Locale } from '@/grading/localized';
import en from '@/messages/en.json';
import ko from '@/messages/ko.json';
import { db } from '../db';
import { ENTRY_SELECT, toEntry } from './entry';

const MESSAGES = { en, ko };

/** Every entry of the viewer's own, drafts too, oldest first, as Markdown. */
export async function exportLog(viewer: { id: string; name: string }, locale: Locale): Promise<string> {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'log' });
  const rows = await db.logEntry.findMany({
    where: { userId: viewer.id },
    orderBy: { day: 'asc' },
    select: ENTRY_SELECT,
  });
  const entries = rows.map((row) => {
    const entry = toEntry(row);
    const fields = LOG_FIELDS.filter((field) => entry[field].trim() !== '').map(
      (field) => `### ${t(`fields.${field}`)}\n\n${entry[field].trim()}\n`,
    );
    const state = entry.postedAt === null ? ` (${t('draft')})` : '';
    return [`## ${entry.day}${state}\n`, ...fields].join('\n');
  });
  return [`# ${t('exportTitle', { name: viewer.name })}\n`, ...entries].join('\n');
}
