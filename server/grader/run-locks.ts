import 'server-only';
import pg from 'pg';
import { logger } from '../logger';

/** Advisory lock of one run, of every grader that is alive. As SQL over `$1`, a run's id. */
export const RUN_LOCK = `hashtextextended('run:' || $1, 0)`;
export const ALIVE_LOCK = `hashtextextended('grader', 0)`;

/**
 * Says which runs this process is grading, in a way that ends with the process: locks of one database session. Whoever
 * finds a run that is marked as running and can take its lock knows that its grader is dead.
 */
export class RunLocks {
  readonly #held = new Set<string>();
  #client: Promise<pg.Client> | undefined;

  constructor(private readonly connectionString: string) {}

  /** False when another grader holds it. */
  async tryHold(runId: string): Promise<boolean> {
    const client = await this.connect();
    const { rows } = await client.query<{ ours: boolean }>(`SELECT pg_try_advisory_lock(${RUN_LOCK}) AS ours`, [runId]);
    if (!rows[0]?.ours) return false;
    this.#held.add(runId);
    return true;
  }

  async release(runId: string): Promise<void> {
    this.#held.delete(runId);
    const client = await this.#client;
    await client?.query(`SELECT pg_advisory_unlock(${RUN_LOCK})`, [runId]);
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    await client?.end();
  }

  /** Connects, or connects again and takes the locks of what is still running. */
  connect(): Promise<pg.Client> {
    this.#client ??= this.#open();
    return this.#client;
  }

  async #open(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.connectionString,
      application_name: 'peergrad grader',
      keepAlive: true,
    });
    const forget = () => {
      this.#client = undefined;
    };
    client.on('error', (err) => logger.warn({ err }, 'connection with run locks broke'));
    client.on('end', forget);
    try {
      await client.connect();
      await client.query(`SELECT pg_advisory_lock_shared(${ALIVE_LOCK})`);
      for (const runId of this.#held) await client.query(`SELECT pg_try_advisory_lock(${RUN_LOCK})`, [runId]);
      return client;
    } catch (error) {
      forget();
      throw error;
    }
  }
}
