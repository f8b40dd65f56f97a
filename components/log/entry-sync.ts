import { api } from '@/components/session/api';
import { createStore, type Store } from '@/components/session/store';
import { createTextSync, type TextSync } from '@/components/session/text-sync';
import type { Draft } from '@/contracts/learning';
import { type LogDay, LogDaySchema, type LogEntry, LogSavedSchema } from '@/contracts/log';
import { EMPTY, fieldsOf, textOf } from './fields-text';

/** The five fields are kept as one text: `fieldsOf` takes it apart. */
export interface EntrySync extends TextSync {
  /** The day as the server last told it; null until then. */
  day: Pick<Store<LogDay | null>, 'get' | 'subscribe'>;
  /** What the server answered to a change of the entry itself (posted, shared, deleted). */
  changed(entry: LogEntry | null): void;
}

/** Keeps the entry of one day on the server; null: of the day that it is for the server now. */
export function createEntrySync(asked: string | null, zone: string): EntrySync {
  const day = createStore<LogDay | null>(null);
  const changed = (entry: LogEntry | null) => {
    const known = day.get();
    if (known !== null) day.set({ ...known, entry });
  };
  const sync = createTextSync({
    starter: textOf(EMPTY),
    copyName() {
      const known = day.get();
      return known !== null && (known.isOpen || known.entry) ? `log:${known.day}` : null;
    },
    async load() {
      const which = day.get()?.day ?? asked;
      const query = new URLSearchParams({ zone, ...(which === null ? {} : { day: which }) });
      const found = await api(`/api/log/day?${query}`, { schema: LogDaySchema, retries: 0 });
      day.set(found);
      return found.entry && toDraft(found.entry);
    },
    async save(text, baseRevision, force) {
      const known = day.get()?.day ?? asked;
      const { entry } = await api('/api/log/day', {
        method: 'PUT',
        body: { day: known, zone, fields: fieldsOf(text), baseRevision, ...(force ? { force } : {}) },
        schema: LogSavedSchema,
      });
      changed(entry);
      return toDraft(entry);
    },
    refused(body) {
      const { data } = LogSavedSchema.safeParse(body);
      return data ? toDraft(data.entry) : null;
    },
    concerns: (event, { saving }) => event.type === 'log' && event.day === day.get()?.day && saving === null,
  });
  return { ...sync, day, changed };
}

const toDraft = (entry: LogEntry): Draft => ({
  source: textOf(entry),
  revision: entry.revision,
  updatedAt: entry.updatedAt,
});
