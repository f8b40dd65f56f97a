import { ApiError, type ApiErrorCode, api } from '@/components/session/api';
import { adoptCopy, removeCopy, writeCopy } from '@/components/session/draft-copies';
import {
  type DraftEvent,
  type DraftState,
  draftStatus,
  initialDraft,
  needsLocalCopy,
  needsSave,
  reduceDraft,
} from '@/components/session/draft-machine';
import { onSessionEvent } from '@/components/session/events';
import { createStore, type Store } from '@/components/session/store';
import { tabId } from '@/components/session/tab';
import { type LogDay, LogDaySchema, type LogEntry, LogSavedSchema } from '@/contracts/log';
import { EMPTY, fieldsOf, textOf } from './fields-text';

/** A save waits this long for the next key. */
const DEBOUNCE_MS = 700;
const RETRY_MS = [1_000, 3_000, 10_000, 30_000];

export interface EntrySync {
  /** The five fields as one text: `fieldsOf` takes it apart. */
  store: Pick<Store<DraftState>, 'get' | 'subscribe'>;
  /** The day as the server last told it; null until then. */
  day: Pick<Store<LogDay | null>, 'get' | 'subscribe'>;
  edit(text: string): void;
  choose(keep: 'mine' | 'theirs'): void;
  /** What the server answered to a change of the entry itself (posted, shared, deleted). */
  changed(entry: LogEntry | null): void;
  /** Resolves once nothing is left to save; rejects with why it cannot be saved. */
  saved(): Promise<void>;
  /** Starts talking to the server; the result stops it. */
  start(): () => void;
}

/** Keeps the entry of one day on the server, as the workbench keeps a draft: each edit is written down here at once. */
export function createEntrySync(asked: string | null, zone: string): EntrySync {
  const store = createStore(initialDraft(textOf(EMPTY)));
  const day = createStore<LogDay | null>(null);
  let tab: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;

  const name = () => `log:${day.get()?.day}`;

  function dispatch(event: DraftEvent) {
    const state = reduceDraft(store.get(), event);
    if (tab !== undefined && day.get() !== null) {
      if (needsLocalCopy(state, textOf(EMPTY)))
        writeCopy(name(), tab, { text: state.text, baseRevision: state.writtenOn });
      else removeCopy(name(), tab);
    }
    store.set(state);
    plan(state);
  }

  function plan(state: DraftState) {
    clearTimeout(timer);
    if (!running || state.saving !== null || draftStatus(state) === 'refused') return;
    const wait = state.failures ? (RETRY_MS[Math.min(state.failures, RETRY_MS.length) - 1] ?? 0) : DEBOUNCE_MS;
    if (state.base === null && state.failures > 0) timer = setTimeout(load, wait);
    else if (needsSave(state)) timer = setTimeout(save, wait);
  }

  function ask(): Promise<LogDay> {
    const which = day.get()?.day ?? asked;
    const query = new URLSearchParams({ zone, ...(which === null ? {} : { day: which }) });
    return api(`/api/log/day?${query}`, { schema: LogDaySchema, retries: 0 });
  }

  async function load() {
    tab ??= await tabId();
    try {
      const found = await ask();
      day.set(found);
      const local = found.isOpen || found.entry ? await adoptCopy(name(), tab) : null;
      dispatch({ type: 'loaded', server: toDraft(found.entry), local, starter: textOf(EMPTY) });
    } catch (error) {
      dispatch({ type: 'load-failed', local: null, code: codeOf(error), starter: textOf(EMPTY) });
    }
  }

  async function save() {
    const known = day.get();
    const { text, writtenOn: baseRevision, keepOverwritten: force } = store.get();
    if (known === null || !needsSave(store.get())) return;
    dispatch({ type: 'save-started' });
    try {
      const { entry } = await api('/api/log/day', {
        method: 'PUT',
        body: { day: known.day, zone, fields: fieldsOf(text), baseRevision, ...(force ? { force } : {}) },
        schema: LogSavedSchema,
      });
      day.set({ ...known, entry });
      dispatch({ type: 'saved', draft: toDraft(entry) });
    } catch (error) {
      const theirs = error instanceof ApiError && error.status === 409 ? LogSavedSchema.safeParse(error.body) : null;
      dispatch(
        theirs?.success
          ? { type: 'refused', draft: toDraft(theirs.data.entry) }
          : { type: 'failed', code: codeOf(error) },
      );
    }
  }

  /** Another tab saved, posted or shared it; or the reader is back after doing something elsewhere. */
  async function look() {
    if (store.get().base === null) return load();
    const found = await ask().catch(() => null);
    if (found === null) return plan(store.get());
    day.set(found);
    const draft = toDraft(found.entry);
    if (draft) dispatch({ type: 'remote', draft });
  }

  return {
    store,
    day,
    edit: (text) => {
      if (text !== store.get().text) dispatch({ type: 'edited', text });
    },
    choose: (keep) => dispatch({ type: 'chosen', keep }),
    changed: (entry) => {
      const known = day.get();
      if (known !== null) day.set({ ...known, entry });
    },
    async saved() {
      if (needsSave(store.get())) await save();
      if (store.get().saving !== null) {
        await new Promise<void>((resolve) => {
          const stop = store.subscribe(() => {
            if (store.get().saving !== null) return;
            stop();
            resolve();
          });
        });
      }
      if (needsSave(store.get())) await save();
      const state = store.get();
      if (state.conflict) throw new ApiError('conflict', 409);
      if (state.trouble) throw new ApiError(state.trouble, 0);
    },
    start() {
      running = true;
      void load();
      const again = () => {
        if (document.visibilityState === 'hidden') return;
        if (needsSave(store.get())) void save();
        else void look();
      };
      const unsubscribe = onSessionEvent((event) => {
        if (event.type === 'resync' && store.get().trouble) again();
        if (event.type === 'log' && event.day === day.get()?.day && store.get().saving === null) void look();
      });
      window.addEventListener('online', again);
      document.addEventListener('visibilitychange', again);
      return () => {
        running = false;
        clearTimeout(timer);
        unsubscribe();
        window.removeEventListener('online', again);
        document.removeEventListener('visibilitychange', again);
      };
    },
  };
}

function toDraft(entry: LogEntry): { source: string; revision: number; updatedAt: string };
function toDraft(entry: LogEntry | null): { source: string; revision: number; updatedAt: string } | null;
function toDraft(entry: LogEntry | null) {
  return entry && { source: textOf(entry), revision: entry.revision, updatedAt: entry.updatedAt };
}

function codeOf(error: unknown): ApiErrorCode {
  if (error instanceof ApiError) return error.code;
  throw error;
}
