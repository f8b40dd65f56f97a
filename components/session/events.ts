import type { LearnerEvent } from '@/contracts/learning';
import { meStore, refreshMe } from './me-store';

/** `resync`: the stream is new or was broken, so that events may have been missed. Ask for what you wait for. */
export type SessionEvent = LearnerEvent | { type: 'resync' };

const CHANNEL = 'peergrad:events';
const listeners = new Set<(event: SessionEvent) => void>();
let stop: (() => void) | undefined;

/**
 * Hears what the server says to this reader. All tabs of a browser share one connection, since HTTP/1.1 allows six: the
 * tab that holds a Web Lock keeps the stream and passes events on; when it closes, another takes over.
 */
export function onSessionEvent(listener: (event: SessionEvent) => void): () => void {
  listeners.add(listener);
  stop ??= start();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
  };
}

function deliver(event: SessionEvent) {
  if (event.type === 'progress' || event.type === 'resync') void refreshMe();
  for (const listener of [...listeners]) listener(event);
}

function start(): () => void {
  let close: (() => void) | undefined;
  let reader: string | undefined;
  const follow = () => {
    const id = meStore.get().me?.viewer?.id;
    if (id === reader) return;
    close?.();
    reader = id;
    close = id === undefined ? undefined : join(id);
  };
  const unsubscribe = meStore.subscribe(follow);
  follow();
  return () => {
    unsubscribe();
    close?.();
  };
}

/** One reader's stream: led or followed. Without Web Locks (no secure context) each tab has its own connection. */
function join(reader: string): () => void {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`${CHANNEL}:${reader}`);
  if (!channel || !navigator.locks) {
    const source = open(deliver);
    return () => source.close();
  }
  channel.onmessage = ({ data }: MessageEvent<SessionEvent>) => deliver(data);
  const left = new AbortController();
  navigator.locks
    .request(`${CHANNEL}:${reader}`, { signal: left.signal }, async () => {
      if (left.signal.aborted) return;
      const source = open((event) => {
        if (left.signal.aborted) return;
        channel.postMessage(event);
        deliver(event);
      });
      await new Promise<void>((resolve) => left.signal.addEventListener('abort', () => resolve(), { once: true }));
      source.close();
    })
    .catch((error: unknown) => {
      if (!left.signal.aborted) throw error;
    });
  return () => {
    left.abort();
    channel.close();
  };
}

function open(say: (event: SessionEvent) => void): EventSource {
  const source = new EventSource('/api/events');
  source.onopen = () => say({ type: 'resync' });
  const receive = async ({ data }: MessageEvent<string>) => {
    const { LearnerEventSchema } = await import('@/contracts/learning');
    const parsed = LearnerEventSchema.safeParse(parseJson(data));
    if (parsed.success) say(parsed.data);
  };
  source.onmessage = receive;
  for (const type of ['submission', 'draft', 'progress']) source.addEventListener(type, receive);
  return source;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
