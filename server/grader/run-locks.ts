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
  /** One statement at a time: a connection is no pool. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly connectionString: string) {}

  /** False when another grader holds it. */
  async tryHold(runId: string): Promise<boolean> {
    await this.connect();
    const isOurs = await this.#ask(`SELECT pg_try_advisory_lock(${RUN_LOCK}) AS answer`, runId);
    if (isOurs) this.#held.add(runId);
    return isOurs;
  }

  async release(runId: string): Promise<void> {
    this.#held.delete(runId);
    await this.#ask(`SELECT pg_advisory_unlock(${RUN_LOCK}) AS answer`, runId);
  }

  async close(): Promise<void> {
    await this.#last;
    const client = await this.#client?.catch(() => undefined);
    await client?.end();
  }

  /** Connects, or connects again and takes the locks of what is still running. */
  connect(): Promise<pg.Client> {
    this.#client ??= this.#open();
    return this.#client;
  }

  /** False also when the connection is gone, and its locks with it. */
  #ask(sql: string, runId: string): Promise<boolean> {
    const answer = this.#last.then(async () => {
      const client = await this.#client;
      const result = await client?.query<{ answer: boolean }>(sql, [runId]);
      return result?.rows[0]?.answer ?? false;
    });
    this.#last = answer.catch(() => {});
    return answer;
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
