import type { Draft } from '@/contracts/learning';
import type { ApiErrorCode } from './api';

/** A text and the revision of the server that it stands on; 0 is the starter, which no server has. */
export interface Base {
  source: string;
  revision: number;
}

/** What a tab wrote down before the server had it. */
export interface LocalCopy {
  text: string;
  baseRevision: number;
}

export interface DraftState {
  /** What the editor shows. */
  text: string;
  /** What the server has, as far as known; null until it has been asked with success. */
  base: Base | null;
  /** The revision that `text` was written on top of. */
  writtenOn: number;
  /** The text on its way to the server. */
  saving: string | null;
  /** Somebody else (another tab, another device) saved a different text meanwhile. Nothing is sent until one is chosen. */
  conflict: Draft | null;
  /** The next save must keep what it overwrites. */
  keepOverwritten: boolean;
  /** Why the last attempt failed. */
  trouble: ApiErrorCode | null;
  /** Attempts that failed in a row. */
  failures: number;
  /** How often the text was replaced by one saved elsewhere while nothing was unsaved here. */
  followed: number;
}

export type DraftEvent =
  | { type: 'loaded'; server: Draft | null; local: LocalCopy | null; starter: string }
  | { type: 'load-failed'; local: LocalCopy | null; code: ApiErrorCode; starter: string }
  | { type: 'edited'; text: string }
  | { type: 'save-started' }
  | { type: 'saved'; draft: Draft }
  | { type: 'refused'; draft: Draft }
  | { type: 'failed'; code: ApiErrorCode }
  | { type: 'remote'; draft: Draft }
  | { type: 'chosen'; keep: 'mine' | 'theirs' };

export type DraftStatus = 'loading' | 'saved' | 'unsaved' | 'saving' | 'unreachable' | 'refused' | 'conflict';

export function initialDraft(starter: string): DraftState {
  return {
    text: starter,
    base: null,
    writtenOn: 0,
    saving: null,
    conflict: null,
    keepOverwritten: false,
    trouble: null,
    failures: 0,
    followed: 0,
  };
}

/** The only way a draft changes. No event loses a text: it is in `text`, `base`, `conflict` or in the local copy. */
export function reduceDraft(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case 'loaded':
      return load(state, event);
    case 'load-failed':
      return {
        ...state,
        ...(event.local && isUntouched(state, event.starter)
          ? { text: event.local.text, writtenOn: event.local.baseRevision }
          : {}),
        trouble: event.code,
        failures: state.failures + 1,
      };
    case 'edited':
      // What was refused for its text (too long) may be tried again with another.
      return draftStatus(state) === 'refused'
        ? { ...state, text: event.text, trouble: null, failures: 0 }
        : { ...state, text: event.text };
    case 'save-started':
      return { ...state, saving: state.text };
    case 'saved':
      return settle({ ...state, saving: null, keepOverwritten: false }, event.draft);
    case 'refused':
      return event.draft.source === state.text
        ? settle({ ...state, saving: null }, event.draft)
        : { ...state, saving: null, conflict: event.draft, trouble: null, failures: 0 };
    case 'failed':
      return { ...state, saving: null, trouble: event.code, failures: state.failures + 1 };
    case 'remote':
      return receive(state, event.draft);
    case 'chosen':
      return choose(state, event.keep);
  }
}

/** True when there is a text that the server should get now. */
export function needsSave(state: DraftState): boolean {
  return state.base !== null && state.conflict === null && state.saving === null && state.text !== state.base.source;
}

/** True when the text is nowhere but here, so that it must be written down locally. */
export function needsLocalCopy(state: DraftState, starter: string): boolean {
  return state.base === null ? state.text !== starter : state.text !== state.base.source;
}

export function draftStatus(state: DraftState): DraftStatus {
  if (state.conflict) return 'conflict';
  if (state.trouble)
    return ['offline', 'unavailable', 'rate-limited'].includes(state.trouble) ? 'unreachable' : 'refused';
  if (!state.base) return 'loading';
  if (state.saving !== null) return 'saving';
  return state.text === state.base.source ? 'saved' : 'unsaved';
}

function load(state: DraftState, { server, local, starter }: DraftEvent & { type: 'loaded' }): DraftState {
  // Asked twice: the later answer is news like any other.
  if (state.base) return server ? receive(state, server) : state;
  const base = server ? { source: server.source, revision: server.revision } : { source: starter, revision: 0 };
  // What was typed while the server was asked goes before what an earlier visit left.
  const own = isUntouched(state, starter) ? local : { text: state.text, baseRevision: state.writtenOn };
  const calm = { ...state, base, writtenOn: base.revision, trouble: null, failures: 0 };
  if (!own || own.text === base.source) return { ...calm, text: base.source };
  const stale = server !== null && own.baseRevision !== base.revision;
  return stale
    ? { ...calm, text: own.text, writtenOn: own.baseRevision, conflict: server }
    : { ...calm, text: own.text };
}

/** True while the text is the one that the page came with. */
function isUntouched(state: DraftState, starter: string): boolean {
  return state.base === null && state.text === starter;
}

function settle(state: DraftState, { source, revision }: Base): DraftState {
  return { ...state, base: { source, revision }, writtenOn: revision, trouble: null, failures: 0 };
}

function receive(state: DraftState, draft: Draft): DraftState {
  // A save under way is answered with the conflict, if there is one.
  if (!state.base || state.saving !== null || draft.revision <= state.base.revision) return state;
  if (draft.source === state.text) return settle({ ...state, conflict: null }, draft);
  if (state.conflict || state.text !== state.base.source) return { ...state, conflict: draft };
  return settle({ ...state, text: draft.source, followed: state.followed + 1 }, draft);
}

function choose(state: DraftState, keep: 'mine' | 'theirs'): DraftState {
  if (!state.conflict) return state;
  const settled = settle({ ...state, conflict: null }, state.conflict);
  return keep === 'mine' ? { ...settled, keepOverwritten: true } : { ...settled, text: state.conflict.source };
}
