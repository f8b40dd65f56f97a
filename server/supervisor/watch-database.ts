import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { logger } from '../logger';
import type { EmbeddedServer } from '../postgres/embedded-server';

/**
 * Starts the embedded database again when it goes away. It is no child of ours, so an open connection tells.
 *
 * @returns a function that ends the watch
 */
export function watchDatabase(server: EmbeddedServer): () => Promise<void> {
  const state: { client: pg.Client | null; over: boolean } = { client: null, over: false };
  const watching = (async () => {
    for (let failures = 0; !state.over; failures = Math.min(failures + 1, 5)) {
      try {
        await server.revive();
        const client = new pg.Client({ connectionString: server.url, application_name: 'peergrad-watch' });
        const gone = new Promise((resolve) => client.once('end', resolve));
        client.on('error', () => undefined); // 'end' follows
        state.client = client;
        await client.connect();
        failures = 0;
        await gone;
        if (!state.over) logger.error('the database went away; starting it again');
      } catch (error) {
        if (!state.over) logger.error({ err: error }, 'the database does not start');
      }
      if (!state.over) await sleep(250 * 2 ** failures);
    }
  })();
  return async () => {
    state.over = true;
    await state.client?.end();
    await watching;
  };
}
