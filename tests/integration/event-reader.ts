import { vi } from 'vitest';
import { PATIENCE } from '@/tests/patience';

export interface ReceivedEvent {
  id: string | null;
  data: unknown;
}

/** Reads server-sent events as a browser does, and keeps the last id for the next connection. */
export class EventReader {
  readonly events: ReceivedEvent[] = [];
  lastEventId: string | null = null;
  /** The stream has ended. */
  readonly ended: Promise<void>;
  #text = '';

  constructor(response: Response) {
    this.ended = this.#read(response.body);
  }

  /** The data of the first `count` events, once they are here. */
  async received(count: number): Promise<unknown[]> {
    await vi.waitUntil(() => this.events.length >= count, PATIENCE);
    return this.events.map(({ data }) => data);
  }

  async #read(body: ReadableStream<Uint8Array> | null): Promise<void> {
    const decoder = new TextDecoder();
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      this.#text += decoder.decode(chunk, { stream: true });
      const blocks = this.#text.split('\n\n');
      this.#text = blocks.pop() ?? '';
      for (const block of blocks) this.#take(block);
    }
  }

  #take(block: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? null;
    const [id, data] = [field('id'), field('data')];
    if (id !== null) this.lastEventId = id;
    if (data !== null) this.events.push({ id, data: JSON.parse(data) });
  }
}
