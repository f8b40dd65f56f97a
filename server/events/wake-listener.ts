import 'server-only';
import pg from 'pg';
import { logger } from '../logger';

export interface WakeListener {
  close(): Promise<void>;
}

/**
 * Holds one connection that hears NOTIFY. A connection that breaks is made anew, and `onWake(null)` then says that
 * anything may have been missed meanwhile; the same call is made once it first listens.
 */
export async function listenForWakes(
  connectionString: string,
  channel: string,
  onWake: (payload: string | null) => void,
): Promise<WakeListener> {
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  async function connect() {
    const next = new pg.Client({ connectionString, application_name: `peergrad listen ${channel}`, keepAlive: true });
    next.on('error', (err) => logger.warn({ err, channel }, 'listening connection broke'));
    next.on('end', () => reconnectSoon());
    next.on('notification', ({ payload }) => onWake(payload ?? null));
    await next.connect();
    await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    client = next;
    if (closed) return next.end();
    onWake(null);
  }

  function reconnectSoon() {
    if (closed) return;
    clearTimeout(retry);
    retry = setTimeout(() => connect().catch(reconnectSoon), 500);
  }

  await connect();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
