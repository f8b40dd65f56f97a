import * as Y from 'yjs';
import { ApiError, api, isTemporary } from '@/components/session/api';
import { localKeys, readLocal, removeLocal, writeLocal } from '@/components/session/local-store';
import { openTabs, tabId } from '@/components/session/tab';
import { MAX_BATCH_BYTES } from '@/contracts/peer-session';
import { fromBase64, toBase64 } from './base64';

/** `waiting`: kept in this browser until the server takes it. `tooLong` and `refused`: it will not take it as it is. */
export type NotesStatus = 'saved' | 'saving' | 'waiting' | 'tooLong' | 'refused';

/** Batches are at least so far apart: at most five a second. */
const APART_MS = 220;
/** How often it is asked whether a syllable is still being composed. */
const COMPOSED_POLL_MS = 50;
const RETRY_MS = 1_000;
const MAX_RETRY_MS = 15_000;

/** One request's worth of updates. */
interface Batch {
  clientId: string;
  update: Uint8Array;
}

/** Origins of changes that are not to be sent: they came from the server, or wait under a name already. */
const FOREIGN = Symbol('foreign');

/**
 * Keeps a Yjs document and the server's rows of it in step. What is typed is written to this browser's storage at once, sent
 * in batches, each until it is acknowledged, and forgotten then: a reload while offline loses nothing. Others' rows are
 * fetched by `?after=` the last one that is here.
 */
export class NotesSync {
  readonly #doc: Y.Doc;
  readonly #path: string;
  readonly #prefix: string;
  readonly #say: (status: NotesStatus) => void;
  readonly #isComposing: () => boolean;
  #tab: string | null = null;
  /** Typed, in no batch yet. */
  #open: Uint8Array | null = null;
  /** In the order of sending; the first is under way. */
  #queue: Batch[] = [];
  #isSending = false;
  #lastSent = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retry = RETRY_MS;
  #after = '0';
  #isFetching = false;
  #fetchAgain = false;
  #isClosed = false;
  #isRefused = false;

  constructor(options: {
    session: string;
    user: string;
    doc: Y.Doc;
    isComposing(): boolean;
    onStatus(status: NotesStatus): void;
  }) {
    this.#doc = options.doc;
    this.#path = `/api/peer-sessions/${options.session}/notes`;
    this.#prefix = `peergrad:notes:${options.user}:${options.session}:`;
    this.#say = options.onStatus;
    this.#isComposing = options.isComposing;
  }

  /** Reads what this browser kept and what the server has, then follows. Resolves with the server's text there. */
  async start(): Promise<void> {
    this.#doc.on('update', this.#onUpdate);
    window.addEventListener('online', this.#onOnline);
    window.addEventListener('pagehide', this.#onHide);
    await this.#takeKept();
    await this.fetch();
    this.#plan(0);
  }

  /** Follows no more. What is not acknowledged yet goes on being sent until it is. */
  close(): void {
    this.#isClosed = true;
    this.#doc.off('update', this.#onUpdate);
    window.removeEventListener('online', this.#onOnline);
    window.removeEventListener('pagehide', this.#onHide);
    this.#plan(0);
  }

  /** Asks for rows after the last one that is here. Asked meanwhile, it asks once more. */
  async fetch(): Promise<void> {
    if (this.#isFetching) {
      this.#fetchAgain = true;
      return;
    }
    this.#isFetching = true;
    try {
      do {
        this.#fetchAgain = false;
        const { rows } = await api(`${this.#path}?after=${this.#after}`, {
          schema: async () => (await import('@/contracts/peer-session')).NotesRowsSchema,
        });
        await this.#composed();
        if (this.#isClosed) return;
        this.#take(rows);
      } while (this.#fetchAgain);
    } catch {
      // The stream says `resync` when the connection is back, and then this is asked again.
    } finally {
      this.#isFetching = false;
    }
  }

  /** Korean and Japanese are composed in place: a line that is drawn anew meanwhile may break a syllable off. */
  async #composed(): Promise<void> {
    while (this.#isComposing() && !this.#isClosed) {
      await new Promise((resolve) => setTimeout(resolve, COMPOSED_POLL_MS));
    }
  }

  #take(rows: readonly { row: string; update: string }[]): void {
    const last = rows.at(-1);
    if (last === undefined) return;
    for (const { update } of rows) {
      try {
        Y.applyUpdate(this.#doc, fromBase64(update), FOREIGN);
      } catch {
        // The server takes no such row; if there were one, the others are still read.
      }
    }
    this.#after = last.row;
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === FOREIGN) return;
    this.#open = this.#open === null ? update : Y.mergeUpdates([this.#open, update]);
    if (this.#tab !== null) writeLocal(this.#openKey(), toBase64(this.#open));
    if (!this.#isRefused) this.#say(navigator.onLine ? 'saving' : 'waiting');
    this.#plan(Math.max(0, this.#lastSent + APART_MS - Date.now()));
  };

  readonly #onOnline = (): void => {
    this.#retry = RETRY_MS;
    this.#plan(0);
    void this.fetch();
  };

  /** The page goes: one try more that outlives it. What does not arrive is kept here for the next visit. */
  readonly #onHide = (): void => {
    if (this.#tab === null || this.#isRefused) return;
    this.#closeBatch();
    for (const { clientId, update } of this.#queue) {
      // Browsers let so much outlive a page.
      if (update.length > 40_000) continue;
      const body = JSON.stringify({ clientId, update: toBase64(update) });
      const headers = { 'content-type': 'application/json' };
      void fetch(this.#path, { method: 'POST', keepalive: true, headers, body }).catch(() => {});
    }
  };

  #plan(wait: number): void {
    if (this.#isSending || this.#isRefused) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), wait);
  }

  async #send(): Promise<void> {
    if (this.#tab === null) return;
    this.#closeBatch();
    const batch = this.#queue[0];
    if (batch === undefined) return this.#say('saved');
    this.#isSending = true;
    this.#lastSent = Date.now();
    let wait = APART_MS;
    try {
      await api(this.#path, {
        method: 'POST',
        body: { clientId: batch.clientId, update: toBase64(batch.update) },
        schema: async () => (await import('@/contracts/peer-session')).NotesSavedSchema,
      });
      this.#queue.shift();
      removeLocal(this.#batchKey(batch));
      this.#retry = RETRY_MS;
      this.#say(this.#queue.length === 0 && this.#open === null ? 'saved' : 'saving');
    } catch (error) {
      wait = this.#fail(batch, error);
    }
    this.#isSending = false;
    if (this.#queue.length > 0 || this.#open !== null) this.#plan(wait);
    return undefined;
  }

  /** @returns milliseconds until the next try */
  #fail(batch: Batch, error: unknown): number {
    if (isTemporary(error)) {
      this.#say('waiting');
      const wait =
        (error as ApiError).retryAfter === undefined ? this.#retry : ((error as ApiError).retryAfter ?? 1) * 1_000;
      this.#retry = Math.min(this.#retry * 2, MAX_RETRY_MS);
      return wait;
    }
    const code = error instanceof ApiError ? error.code : 'unavailable';
    if (code === 'conflict') {
      // This name is taken by another batch, of a tab that was closed meanwhile: it gets one of its own.
      this.#rename(batch);
      return APART_MS;
    }
    if (code === 'source-too-large' || batch.update.length > MAX_BATCH_BYTES) {
      // Back to what is typed: shortened, it may fit.
      this.#queue.shift();
      removeLocal(this.#batchKey(batch));
      this.#open = this.#open === null ? batch.update : Y.mergeUpdates([batch.update, this.#open]);
      writeLocal(this.#openKey(), toBase64(this.#open));
      this.#say('tooLong');
      return MAX_RETRY_MS;
    }
    this.#isRefused = true;
    this.#say('refused');
    return MAX_RETRY_MS;
  }

  #rename(batch: Batch): void {
    removeLocal(this.#batchKey(batch));
    batch.clientId = crypto.randomUUID();
    writeLocal(this.#batchKey(batch), toBase64(batch.update));
  }

  /** What was typed gets its name: from here on it is sent as it is. */
  #closeBatch(): void {
    if (this.#open === null) return;
    const batch = { clientId: crypto.randomUUID(), update: this.#open };
    this.#queue.push(batch);
    // First the new place, then the old one goes: a page that dies in between has it twice, never not at all.
    writeLocal(this.#batchKey(batch), toBase64(batch.update));
    removeLocal(this.#openKey());
    this.#open = null;
  }

  /** Takes up what this tab kept before a reload, and what tabs left that are closed. */
  async #takeKept(): Promise<void> {
    const tab = await tabId();
    const living = await openTabs();
    this.#tab = tab;
    if (this.#isClosed) return;
    for (const key of localKeys(this.#prefix)) {
      const [owner = '', kind, clientId] = key.slice(this.#prefix.length).split(':');
      if (owner !== tab && (living === undefined || living.has(owner))) continue;
      const kept = readLocal(key);
      removeLocal(key);
      if (kept === null) continue;
      const update = fromBase64(kept);
      Y.applyUpdate(this.#doc, update, FOREIGN);
      const batch = { clientId: kind === 'batch' && clientId ? clientId : crypto.randomUUID(), update };
      this.#queue.push(batch);
      writeLocal(this.#batchKey(batch), kept);
    }
    if (this.#open !== null) writeLocal(this.#openKey(), toBase64(this.#open));
    if (this.#queue.length > 0) this.#say('waiting');
  }

  #openKey(): string {
    return `${this.#prefix}${this.#tab}:open`;
  }

  #batchKey({ clientId }: Batch): string {
    return `${this.#prefix}${this.#tab}:batch:${clientId}`;
  }
}
