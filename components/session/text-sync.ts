import type { Draft, LearnerEvent } from '@/contracts/learning';
import { ApiError, type ApiErrorCode } from './api';
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
import { createStore, type Store } from './store';
import { tabId } from './tab';

/** A save waits this long for the next key. */
const DEBOUNCE_MS = 700;
const RETRY_MS = [1_000, 3_000, 10_000, 30_000];

/** Where a text is kept. */
export interface TextPlace {
  /** What it says before anybody has written. */
  starter: string;
  /** Name of the copies in this browser; null while there can be none. */
  copyName(): string | null;
  /** What the server has. */
  load(): Promise<Draft | null>;
  /** Saves on top of a revision. @throws {ApiError} 409 with what is there, for `refused` to read */
  save(text: string, baseRevision: number, force: boolean): Promise<Draft>;
  refused(body: unknown): Draft | null;
  /** Whether an event tells of a save elsewhere. */
  concerns(event: LearnerEvent, state: DraftState): boolean;
  /** Keeps a text that would be lost. */
  keep?(text: string): void;
}

export interface TextSync {
  store: Pick<Store<DraftState>, 'get' | 'subscribe'>;
  edit(text: string): void;
  choose(keep: 'mine' | 'theirs'): void;
  /** Resolves once nothing is left to save; rejects with why it cannot be saved. */
  saved(): Promise<void>;
  /** Starts talking to the server; the result stops it. */
  start(): () => void;
}

/**
 * Keeps a text on the server. Every edit is written down in the browser at once, sent after a pause, and sent again until
 * the server has it.
 */
export function createTextSync(place: TextPlace): TextSync {
  const { starter } = place;
  const store = createStore(initialDraft(starter));
  let tab: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;

  function dispatch(event: DraftEvent) {
    const state = reduceDraft(store.get(), event);
    const name = place.copyName();
    if (tab !== undefined && name !== null) {
      if (needsLocalCopy(state, starter)) writeCopy(name, tab, { text: state.text, baseRevision: state.writtenOn });
      else removeCopy(name, tab);
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

  async function adopt(as: string) {
    const name = place.copyName();
    return name === null ? null : adoptCopy(name, as);
  }

  async function load() {
    tab ??= await tabId();
    let local = await adopt(tab);
    const { base, text } = store.get();
    // The reader was faster than the copy of an earlier visit.
    if (local && base === null && text !== starter && text !== local.text) place.keep?.(local.text);
    try {
      const server = await place.load();
      // Some places are known by their name only from the server.
      local ??= await adopt(tab);
      dispatch({ type: 'loaded', server, local, starter });
    } catch (error) {
      dispatch({ type: 'load-failed', local, code: codeOf(error), starter });
    }
  }

  async function save() {
    const state = store.get();
    if (!needsSave(state)) return;
    dispatch({ type: 'save-started' });
    try {
      dispatch({ type: 'saved', draft: await place.save(state.text, state.writtenOn, state.keepOverwritten) });
    } catch (error) {
      const theirs = error instanceof ApiError && error.status === 409 ? place.refused(error.body) : null;
      dispatch(theirs ? { type: 'refused', draft: theirs } : { type: 'failed', code: codeOf(error) });
    }
  }

  /** Somebody saved elsewhere, or the reader is back after doing something there. */
  async function look() {
    if (store.get().base === null) return load();
    const draft = await place.load().catch(() => null);
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
      place.keep?.(keep === 'mine' ? conflict.source : text);
      dispatch({ type: 'chosen', keep });
    },
    async saved() {
      if (needsSave(store.get())) await save();
      if (store.get().saving !== null) await nextOf(store, ({ saving }) => saving === null);
      if (needsSave(store.get())) await save();
      const { conflict, trouble } = store.get();
      if (conflict) throw new ApiError('conflict', 409);
      if (trouble) throw new ApiError(trouble, 0);
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
        if (event.type === 'resync') {
          if (store.get().trouble) again();
        } else if (place.concerns(event, store.get())) void look();
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

/** Resolves once the store holds what is waited for. */
function nextOf<T>(store: Store<T>, isIt: (state: T) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.subscribe(() => {
      if (!isIt(store.get())) return;
      stop();
      resolve();
    });
  });
}

function codeOf(error: unknown): ApiErrorCode {
  if (error instanceof ApiError) return error.code;
  throw error;
}
