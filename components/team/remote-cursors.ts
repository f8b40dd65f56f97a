import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

/** Colours of others' cursors: dark enough for white names on them, in both themes. */
const COLORS = ['#b0413e', '#2f6f9f', '#3d7a3a', '#8a5a00', '#7a4fa3', '#00757a', '#a8437f', '#5b6470'];

const SEND_MS = 300;

/** Where a cursor stands, as the server passes it on: relative positions of Yjs, as JSON. */
interface SentCursor {
  anchor: string;
  head: string;
}

/**
 * Others' cursors in the notes. What the server passes on names a person, whose name is this page's own business: nobody's
 * page can call itself somebody else.
 */
export class RemoteCursors {
  readonly awareness: Awareness;
  readonly #path: string;
  readonly #nameOf: (user: string) => string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(doc: Y.Doc, session: string, nameOf: (user: string) => string) {
    this.awareness = new Awareness(doc);
    this.awareness.setLocalState({});
    this.#path = `/api/peer-sessions/${session}/cursor`;
    this.#nameOf = nameOf;
    this.awareness.on('update', this.#onUpdate);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.awareness.off('update', this.#onUpdate);
    this.#post(null);
    this.awareness.destroy();
  }

  /** A moment came: somebody's cursor is elsewhere, or (null) gone. */
  take(event: { user: string; client: number; cursor: SentCursor | null }): void {
    const { states, meta, doc } = this.awareness;
    if (event.client === doc.clientID) return;
    const cursor = event.cursor && readCursor(event.cursor);
    const known = states.has(event.client);
    if (cursor === null) states.delete(event.client);
    else {
      const color = COLORS[colorOf(event.user)] as string;
      states.set(event.client, { user: { name: this.#nameOf(event.user), color, colorLight: `${color}33` }, cursor });
      meta.set(event.client, { clock: 0, lastUpdated: Date.now() });
    }
    const clients = [event.client];
    const change = {
      added: cursor !== null && !known ? clients : [],
      updated: cursor !== null && known ? clients : [],
      removed: cursor === null && known ? clients : [],
    };
    this.awareness.emit('change', [change, 'remote']);
  }

  readonly #onUpdate = (_: unknown, origin: unknown): void => {
    if (origin !== 'local') return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#post(this.awareness.getLocalState()?.cursor ?? null);
    }, SEND_MS);
  };

  #post(cursor: { anchor: unknown; head: unknown } | null): void {
    const sent: SentCursor | null = cursor && {
      anchor: JSON.stringify(cursor.anchor),
      head: JSON.stringify(cursor.head),
    };
    // A moment: one that gets lost is followed by the next.
    void fetch(this.#path, {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client: this.awareness.doc.clientID, cursor: sent }),
    }).catch(() => {});
  }
}

function readCursor({ anchor, head }: SentCursor): { anchor: Y.RelativePosition; head: Y.RelativePosition } | null {
  const [from, to] = [readPosition(anchor), readPosition(head)];
  return from && to && { anchor: from, head: to };
}

/** What another page sent is looked at closely: a wrong position would stop the editor. */
export function readPosition(json: string): Y.RelativePosition | null {
  try {
    const { tname, item, assoc } = JSON.parse(json) as Record<string, unknown>;
    if (item === null || item === undefined) {
      return tname === 'notes' ? Y.createRelativePositionFromJSON({ tname, assoc: assoc === -1 ? -1 : 0 }) : null;
    }
    const { client, clock } = item as Record<string, unknown>;
    if (!isCount(client) || !isCount(clock)) return null;
    return Y.createRelativePositionFromJSON({ item: { client, clock }, assoc: assoc === -1 ? -1 : 0 });
  } catch {
    return null;
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function colorOf(user: string): number {
  let sum = 0;
  for (const char of user) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9_973;
  return sum % COLORS.length;
}
