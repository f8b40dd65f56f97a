import 'server-only';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { logger } from '../logger';
import type { EmbeddedServer } from '../postgres/embedded-server';

const LONGEST_PAUSE_MS = 8000;

/**
 * Starts the embedded database again when it goes away. It is no child of ours, so an open connection tells.
 *
 * @returns a function that ends the watch
 */
export function watchDatabase(server: EmbeddedServer): () => Promise<void> {
  const over = new AbortController();
  const watching = watch(server, over.signal);
  return async () => {
    over.abort();
    await watching;
  };
}

async function watch(server: EmbeddedServer, over: AbortSignal): Promise<void> {
  let pause = 0;
  while (!over.aborted) {
    try {
      if (await server.revive()) logger.error('the database had gone away; it was started again');
      await stayConnected(server.url, over);
      pause = 0;
    } catch (error) {
      logger.error({ err: error }, 'the database does not answer');
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2 || 250);
    }
    await sleep(pause, undefined, { signal: over }).catch(() => undefined);
  }
}

/** Ends with the connection, or with the watch. */
async function stayConnected(url: string, over: AbortSignal): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'peergrad-watch' });
  client.on('error', () => undefined); // 'end' follows
  await client.connect();
  await once(client, 'end', { signal: over }).catch(() => client.end());
}
