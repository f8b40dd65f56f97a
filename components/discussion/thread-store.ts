import { ApiError, isTemporary } from '@/components/session/api';
import { onSessionEvent, type SessionEvent } from '@/components/session/events';
import { createStore, type Store } from '@/components/session/store';
import type { Post, Thread } from '@/contracts/discussion';
import { fetchPost, fetchWindow, saveReading, sendPost } from './discussion-api';
import { type ComposerDraft, type Outgoing, readOutgoing, writeOutgoing } from './kept-draft';
import { openingAt } from './thread-path';

/** A post that the server does not have yet. `error`: why not, once it was refused or could not be sent. */
export interface PendingPost extends Outgoing {
  error: unknown;
}

export interface ThreadState {
  thread: Thread | null;
  /** By number; what was not asked for yet is missing. */
  posts: ReadonlyMap<number, Post>;
  /** Where the page opens: the first unread post, the one that a link names, or the last. */
  start: number;
  pending: readonly PendingPost[];
  /** Why there is no thread. */
  error: unknown;
  /** It is part of this thread now. */
  mergedInto: string | null;
  /** The server does not answer: what is shown may be old. */
  isCutOff: boolean;
}

export interface ThreadStore {
  store: Pick<Store<ThreadState>, 'get' | 'subscribe'>;
  /** Fetches what is missing between two numbers. */
  need(from: number, to: number): void;
  send(draft: ComposerDraft): void;
  retry(clientId: string): void;
  /** Takes a post back that was not sent. */
  takeBack(clientId: string): ComposerDraft | null;
  putPost(post: Post): void;
  putThread(thread: Thread): void;
  markRead(number: number): void;
  reload(): Promise<void>;
  start(): () => void;
}

/** Posts of one request around what is looked at. */
const BEFORE = 20;
const AFTER = 60;
const RETRY_MS = 3_000;
const READ_MS = 800;

/**
 * One thread on this page: as much of it as was looked at, kept up to date by events. Events say only that something
 * happened; what may be seen of it is asked for.
 */
export function createThreadStore(id: string, account: string, post: string | null): ThreadStore {
  const store = createStore<ThreadState>({
    ...{ thread: null, posts: new Map(), start: 1, error: null, mergedInto: null, isCutOff: false },
    // What an earlier visit could not send is sent again: under its own id it is never posted twice.
    pending: readOutgoing(account, id).map((one) => ({ ...one, error: null })),
  });
  const asked = new Set<number>();
  let lastRead = 0;
  let readTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;

  const change = (part: Partial<ThreadState>) => store.set({ ...store.get(), ...part });

  function putPosts(posts: readonly Post[]) {
    const { posts: known, thread } = store.get();
    const next = new Map(known);
    for (const one of posts) next.set(one.number, one);
    const last = Math.max(0, ...posts.map(({ number }) => number));
    change({ posts: next, ...(thread && last > thread.posts ? { thread: { ...thread, posts: last } } : {}) });
  }

  function putThread(thread: Thread) {
    const { thread: known } = store.get();
    // An event may have told of a later post than this answer.
    change({ thread: { ...thread, posts: Math.max(thread.posts, known?.posts ?? 0) }, error: null });
    lastRead = Math.max(lastRead, thread.lastRead);
  }

  /** The server has answered, or has not. */
  function heard(error: unknown) {
    if (error === null) change({ isCutOff: false });
    else if (isTemporary(error)) cutOff();
    else if (error instanceof ApiError && ['not-found', 'not-signed-in'].includes(error.code))
      change({ error, thread: null });
  }

  function cutOff() {
    change({ isCutOff: true });
    clearTimeout(retryTimer);
    retryTimer = setTimeout(() => void catchUp(), RETRY_MS);
  }

  async function load(where: string): Promise<void> {
    try {
      const window = await fetchWindow(id, where, 0);
      if ('mergedInto' in window) change({ mergedInto: window.mergedInto });
      else {
        // With the first posts the page opens, so where has to be known before.
        if (store.get().thread === null) change({ start: window.around });
        putThread(window.thread);
        putPosts(window.posts);
        heard(null);
      }
    } catch (error) {
      if (store.get().thread === null && !isTemporary(error)) change({ error });
      else heard(error);
    }
  }

  const open = () => load(openingAt(post));

  /** After a silence: the posts that are known may have changed, so each window of them is asked for when it is looked at. */
  async function catchUp() {
    if (store.get().thread === null) return open();
    asked.clear();
    const looked = range;
    const { posts } = store.get();
    const within = [...posts].filter(([number]) => number >= looked.from - BEFORE && number <= looked.to + AFTER);
    change({ posts: new Map(within) });
    await load(`around=${looked.from}&before=${BEFORE}&after=${AFTER}`);
    for (const { clientId } of store.get().pending) void transmit(clientId);
  }

  let range = { from: 1, to: 1 };

  function need(from: number, to: number) {
    range = { from, to };
    const { posts, thread } = store.get();
    if (thread === null) return;
    for (let number = from; number <= Math.min(to, thread.posts); number += 1) {
      if (posts.has(number) || asked.has(number)) continue;
      const first = Math.max(1, number - BEFORE);
      const last = Math.min(thread.posts, number + AFTER);
      for (let covered = first; covered <= last; covered += 1) asked.add(covered);
      void load(`around=${number}&before=${BEFORE}&after=${AFTER}`).finally(() => {
        for (let covered = first; covered <= last; covered += 1) asked.delete(covered);
      });
      return;
    }
  }

  function setPending(pending: readonly PendingPost[]) {
    writeOutgoing(
      account,
      id,
      pending.map(({ error: _, ...one }) => one),
    );
    change({ pending });
  }

  const sending = new Set<string>();

  async function transmit(clientId: string) {
    const found = store.get().pending.find((one) => one.clientId === clientId);
    if (!found || sending.has(clientId)) return;
    sending.add(clientId);
    change({ pending: store.get().pending.map((one) => (one === found ? { ...one, error: null } : one)) });
    const { replyTo, title: _, ...content } = found.draft;
    try {
      const sent = await sendPost(id, { ...content, clientId, replyTo: replyTo?.id ?? null });
      setPending(store.get().pending.filter((one) => one.clientId !== clientId));
      putPosts([sent]);
      markRead(sent.number);
      heard(null);
    } catch (error) {
      change({ pending: store.get().pending.map((one) => (one.clientId === clientId ? { ...one, error } : one)) });
      if (isTemporary(error) && !(error instanceof ApiError && error.code === 'rate-limited')) cutOff();
    } finally {
      sending.delete(clientId);
    }
  }

  function markRead(number: number) {
    const { thread } = store.get();
    if (thread === null || number <= lastRead) return;
    lastRead = number;
    change({ thread: { ...thread, lastRead: number, unread: Math.max(0, thread.posts - number) } });
    clearTimeout(readTimer);
    readTimer = setTimeout(() => {
      // A position that is lost is read again: nothing to say about it.
      saveReading(id, { lastRead }).catch(() => {});
    }, READ_MS);
  }

  async function hear(event: SessionEvent) {
    if (event.type === 'resync') return catchUp();
    if (!('thread' in event) || event.thread !== id) return;
    // A merge gives posts other numbers.
    if (event.type === 'thread') return catchUp();
    if (event.type === 'read') {
      const { thread } = store.get();
      if (thread && event.lastRead > lastRead) {
        lastRead = event.lastRead;
        change({ thread: { ...thread, lastRead, unread: Math.max(0, thread.posts - lastRead) } });
      }
      return;
    }
    if (event.type !== 'post') return;
    const { posts, thread } = store.get();
    const isNear = posts.has(event.number) || posts.has(event.number - 1) || event.number <= AFTER;
    if (thread && event.number > thread.posts) change({ thread: { ...thread, posts: event.number } });
    if (!isNear) return;
    await fetchPost(event.post).then((one) => putPosts([one]), heard);
  }

  return {
    store,
    need,
    send(draft) {
      const one = { clientId: crypto.randomUUID(), draft, at: Date.now(), error: null };
      setPending([...store.get().pending, one]);
      void transmit(one.clientId);
    },
    retry: (clientId) => void transmit(clientId),
    takeBack(clientId) {
      const found = store.get().pending.find((one) => one.clientId === clientId);
      setPending(store.get().pending.filter((one) => one !== found));
      return found?.draft ?? null;
    },
    putPost: (one) => putPosts([one]),
    putThread,
    markRead,
    reload: catchUp,
    start() {
      void open().then(() => {
        for (const { clientId } of store.get().pending) void transmit(clientId);
      });
      let isFirst = true;
      const unsubscribe = onSessionEvent((event) => {
        // The stream's first word comes while the page is being filled anyway.
        if (event.type === 'resync' && isFirst && store.get().thread === null) isFirst = false;
        else void hear(event);
      });
      return () => {
        unsubscribe();
        clearTimeout(retryTimer);
      };
    },
  };
}
