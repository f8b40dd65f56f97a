import { expect, test, vi } from 'vitest';
import { type Cursor, EventHub, type OutboxRow } from './event-hub';

/** Far longer than anything here takes, on whatever machine (ms). */
const PATIENCE = { timeout: 100_000 };

function row(id: number, stream = 'user:a'): OutboxRow {
  return { id: BigInt(id), stream, payload: `"${id}"` };
}

/** An outbox in memory; `read` can be held back to let wakes coincide. */
function outbox() {
  const rows: OutboxRow[] = [];
  const reads: Cursor[][] = [];
  let held: Promise<void> = Promise.resolve();
  const hub = new EventHub(async (cursors) => {
    reads.push([...cursors]);
    await held;
    return rows.filter(({ id, stream }) => cursors.some((cursor) => cursor.stream === stream && id > cursor.after));
  });
  return {
    hub,
    rows,
    reads,
    hold() {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
}

function collect() {
  const ids: number[] = [];
  return { ids, deliver: ({ id }: OutboxRow) => void ids.push(Number(id)) };
}

test('a subscriber gets what came after its cursor, then what comes', async () => {
  const { hub, rows } = outbox();
  rows.push(row(1), row(2));
  const reader = collect();
  hub.subscribe({ stream: 'user:a', after: 1n }, reader);
  await vi.waitFor(() => expect(reader.ids).toEqual([2]), PATIENCE);
  rows.push(row(3));
  hub.wake('user:a');
  await vi.waitFor(() => expect(reader.ids).toEqual([2, 3]), PATIENCE);
});

test('readers of one stream with different cursors get no row twice', async () => {
  const { hub, rows } = outbox();
  rows.push(row(1), row(2));
  const [early, late] = [collect(), collect()];
  hub.subscribe({ stream: 'user:a', after: 0n }, early);
  hub.subscribe({ stream: 'user:a', after: 1n }, late);
  hub.wake('user:a');
  await vi.waitFor(() => expect([early.ids, late.ids]).toEqual([[1, 2], [2]]), PATIENCE);
});

test('wakes that come during a read share the next one, and none is lost', async () => {
  const { hub, rows, reads, hold } = outbox();
  const [a, b] = [collect(), collect()];
  hub.subscribe({ stream: 'user:a', after: 0n }, a);
  hub.subscribe({ stream: 'user:b', after: 0n }, b);
  const release = hold();
  hub.wake('user:a');
  rows.push(row(1), row(2, 'user:b'));
  for (let wakes = 0; wakes < 10; wakes += 1) {
    hub.wake('user:a');
    hub.wake('user:b');
  }
  release();
  await vi.waitFor(() => expect([a.ids, b.ids]).toEqual([[1], [2]]), PATIENCE);
  expect(reads.length).toBeLessThan(6);
});

test('a wake for everybody reads every stream', async () => {
  const { hub, rows } = outbox();
  const reader = collect();
  hub.subscribe({ stream: 'user:a', after: 0n }, reader);
  rows.push(row(1));
  hub.wake(null);
  await vi.waitFor(() => expect(reader.ids).toEqual([1]), PATIENCE);
});

test('who has left gets nothing and is not counted', async () => {
  const { hub, rows } = outbox();
  const [gone, here] = [collect(), collect()];
  const leave = hub.subscribe({ stream: 'user:a', after: 0n }, gone);
  hub.subscribe({ stream: 'user:a', after: 0n }, here);
  leave();
  rows.push(row(1));
  hub.wake('user:a');
  await vi.waitFor(() => expect(here.ids).toEqual([1]), PATIENCE);
  expect([gone.ids, hub.size]).toEqual([[], 1]);
});

test('a database that is away for a moment costs no row', async () => {
  vi.useFakeTimers();
  const rows = [row(1)];
  const read = vi.fn(async () => rows);
  read.mockRejectedValueOnce(new Error('connection lost'));
  const reader = collect();
  new EventHub(read).subscribe({ stream: 'user:a', after: 0n }, reader);
  await vi.advanceTimersByTimeAsync(1000);
  expect(reader.ids).toEqual([1]);
  vi.useRealTimers();
});
