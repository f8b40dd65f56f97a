import 'server-only';
import { logger } from '../logger';

/** One row of the outbox; `payload` is JSON as it goes to the page. */
export interface OutboxRow {
  id: bigint;
  stream: string;
  payload: string;
}

/** Where to go on reading a stream: rows with a greater id. */
export interface Cursor {
  stream: string;
  after: bigint;
}

export interface Subscriber {
  deliver(row: OutboxRow): void;
}

interface Subscription extends Cursor {
  subscriber: Subscriber;
}

const RETRY_MS = 1000;

/**
 * Passes outbox rows on to the streams that this process serves. Rows are the truth and a wake says only where to look:
 * every subscription has its own cursor, so that no row is left out or comes twice however wakes coincide. All streams
 * woken while a read is under way share the next one.
 */
export class EventHub {
  readonly #subscriptions = new Map<string, Set<Subscription>>();
  readonly #woken = new Set<string>();
  #reading = false;

  constructor(private readonly read: (cursors: readonly Cursor[]) => Promise<OutboxRow[]>) {}

  /** Subscriptions that are open now. */
  get size(): number {
    return [...this.#subscriptions.values()].reduce((sum, { size }) => sum + size, 0);
  }

  countOf(stream: string): number {
    return this.#subscriptions.get(stream)?.size ?? 0;
  }

  /** Everything after the cursor, now and from now on. Answers how to end it. */
  subscribe({ stream, after }: Cursor, subscriber: Subscriber): () => void {
    const subscription = { stream, after, subscriber };
    const ofStream = this.#subscriptions.get(stream) ?? new Set();
    this.#subscriptions.set(stream, ofStream.add(subscription));
    this.wake(stream);
    return () => {
      ofStream.delete(subscription);
      if (ofStream.size === 0 && this.#subscriptions.get(stream) === ofStream) this.#subscriptions.delete(stream);
    };
  }

  /** Looks for new rows of one stream, or of all when wakes may have been missed. */
  wake(stream: string | null): void {
    const streams = stream === null ? this.#subscriptions.keys() : [stream];
    for (const name of streams) if (this.#subscriptions.has(name)) this.#woken.add(name);
    if (!this.#reading) void this.#drain();
  }

  async #drain(): Promise<void> {
    this.#reading = true;
    while (this.#woken.size > 0) {
      const streams = [...this.#woken];
      this.#woken.clear();
      try {
        for (const row of await this.read(this.#cursors(streams))) this.#deliver(row);
      } catch (err) {
        logger.warn({ err }, 'outbox could not be read');
        for (const stream of streams) this.#woken.add(stream);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
    this.#reading = false;
  }

  #cursors(streams: readonly string[]): Cursor[] {
    return streams.flatMap((stream) => {
      const [first, ...others] = [...(this.#subscriptions.get(stream) ?? [])].map(({ after }) => after);
      if (first === undefined) return [];
      let lowest = first;
      for (const after of others) if (after < lowest) lowest = after;
      return [{ stream, after: lowest }];
    });
  }

  #deliver(row: OutboxRow): void {
    for (const subscription of [...(this.#subscriptions.get(row.stream) ?? [])]) {
      if (row.id <= subscription.after) continue;
      subscription.after = row.id;
      subscription.subscriber.deliver(row);
    }
  }
}
