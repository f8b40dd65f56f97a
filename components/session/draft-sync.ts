import { z } from 'zod';
import { type Draft, DraftSchema } from '@/contracts/learning';
import { ApiError, type ApiErrorCode, api } from './api';
import { adoptCopy, removeCopy, writeCopy } from './draft-copies';
import {
  type DraftEvent,
  type DraftState,
  draftStatus,
  initialDraft,
  needsLocalCopy,
  needsSave,
  reduceDraft,
} from './draft-machine';
import { onSessionEvent } from './events';
import { withAccount } from './first-save';
import { keepText } from './kept-texts';
import { createStore, type Store } from './store';
import { tabId } from './tab';

const LoadAnswerSchema = z.object({ draft: DraftSchema.nullable() });
const SaveAnswerSchema = z.object({ draft: DraftSchema });

/** A save waits this long for the next key. */
const DEBOUNCE_MS = 700;
const RETRY_MS = [1_000, 3_000, 10_000, 30_000];

export interface DraftSync {
  store: Pick<Store<DraftState>, 'get' | 'subscribe'>;
  edit(text: string): void;
  choose(keep: 'mine' | 'theirs'): void;
  /** Starts talking to the server; the result stops it. */
  start(): () => void;
}

/**
 * Keeps one exercise's draft on the server. Every edit is written down in the browser at once, sent after a pause, and
 * sent again until the server has it.
 */
export function createDraftSync(exercise: string, starter: string): DraftSync {
  const store = createStore(initialDraft(starter));
  let tab: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;

  function dispatch(event: DraftEvent) {
    const state = reduceDraft(store.get(), event);
    if (tab !== undefined) {
      if (needsLocalCopy(state, starter)) {
        writeCopy(exercise, tab, { text: state.text, baseRevision: state.writtenOn });
      } else {
        removeCopy(exercise, tab);
      }
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

  async function load() {
    tab ??= await tabId();
    const local = await adoptCopy(exercise, tab);
    const { base, text } = store.get();
    // The reader was faster than the copy of an earlier visit.
    if (local && base === null && text !== starter && text !== local.text) keepText(exercise, local.text, 'conflict');
    try {
      dispatch({ type: 'loaded', server: await fetchDraft(exercise), local, starter });
    } catch (error) {
      dispatch({ type: 'load-failed', local, code: codeOf(error), starter });
    }
  }

  async function save() {
    const { text: source, writtenOn: baseRevision, keepOverwritten: force } = store.get();
    if (!needsSave(store.get())) return;
    dispatch({ type: 'save-started' });
    try {
      const { draft } = await withAccount(() =>
        api('/api/drafts', {
          method: 'PUT',
          body: { exercise, source, baseRevision, ...(force ? { force } : {}) },
          schema: SaveAnswerSchema,
        }),
      );
      dispatch({ type: 'saved', draft });
    } catch (error) {
      const theirs = error instanceof ApiError && error.status === 409 ? SaveAnswerSchema.safeParse(error.body) : null;
      dispatch(
        theirs?.success ? { type: 'refused', draft: theirs.data.draft } : { type: 'failed', code: codeOf(error) },
      );
    }
  }

  async function look() {
    if (store.get().base === null) return load();
    const draft = await fetchDraft(exercise).catch(() => null);
    if (draft) dispatch({ type: 'remote', draft });
    else plan(store.get());
  }

  return {
    store,
    edit: (text) => {
      if (text !== store.get().text) dispatch({ type: 'edited', text });
    },
    choose(keep) {
      const { text, conflict } = store.get();
      if (!conflict) return;
      keepText(exercise, keep === 'mine' ? conflict.source : text, 'conflict');
      dispatch({ type: 'chosen', keep });
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
        const known = store.get().base?.revision ?? 0;
        if (event.type === 'draft' && event.exercise === exercise && event.revision > known) void look();
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

/** The draft on the server; null for somebody without an account. */
async function fetchDraft(exercise: string): Promise<Draft | null> {
  try {
    const path = `/api/drafts?exercise=${encodeURIComponent(exercise)}`;
    return (await api(path, { schema: LoadAnswerSchema, retries: 0 })).draft;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not-signed-in') return null;
    throw error;
  }
}

function codeOf(error: unknown): ApiErrorCode {
  if (error instanceof ApiError) return error.code;
  throw error;
}
