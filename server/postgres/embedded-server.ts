import 'server-only';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import * as z from 'zod';
import { findUnprivilegedAccount } from './account';
import { findDistribution, runnableBinaries } from './binaries';
import { prepareCluster } from './cluster';
import { type Address, connectionUrl, createDatabase } from './connection';
import { Control } from './control';
import { prepareRuntimeFolder } from './runtime-folder';

const DATABASE = 'peergrad';

/** `database.json` in the data folder, 0600: how to reach the server that belongs to it. */
const ConnectionSchema = z.object({ password: z.string(), runtimeFolder: z.string() });

export interface EmbeddedServer {
  url: string;
  /** It was already running: a killed process left it, or another command of the site runs it. */
  adopted: boolean;
  /** Starts it again at the same address if it is down, and says whether it was. */
  revive(): Promise<boolean>;
  stop(): Promise<void>;
}

export interface EmbeddedServerOptions {
  /** Settings of the server, as in postgresql.conf. */
  settings?: Record<string, string>;
  /** `tcp`: 127.0.0.1, a random port. For where there are no Unix sockets. */
  transport?: 'socket' | 'tcp';
}

/**
 * Starts the PostgreSQL server that lives in a data folder, or adopts the one that is running there.
 *
 * It reaches nobody but the site: a Unix socket in a 0700 folder, and a password all the same.
 *
 * @param dataFolder the site's data folder; `postgres/` and `database.json` appear in it
 * @throws when the platform has no binaries, the cluster is of another major version, or the server does not start
 */
export async function startEmbeddedServer(
  dataFolder: string,
  { settings = {}, transport = process.platform === 'win32' ? 'tcp' : 'socket' }: EmbeddedServerOptions = {},
): Promise<EmbeddedServer> {
  const { native, major } = findDistribution();
  const account = findUnprivilegedAccount();
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const former = await readConnection(dataFolder);
  const runtimeFolder = await prepareRuntimeFolder(account, former?.runtimeFolder);
  const password = former?.password ?? randomBytes(24).toString('base64url');
  await writeFile(connectionFile(dataFolder), JSON.stringify({ password, runtimeFolder }), { mode: 0o600 });
  const folder = path.join(dataFolder, 'postgres');
  const bin = await runnableBinaries(native, account, path.join(runtimeFolder, 'native'));
  await prepareCluster(folder, { bin, major, account, password });

  const control = new Control(bin, folder, account);
  const adopted = await control.adopt(password);
  const address = adopted ?? (await newAddress(transport, runtimeFolder));
  if (!adopted) await control.start(address, settings);
  await createDatabase(connectionUrl(address, password, 'postgres'), DATABASE);
  return {
    url: connectionUrl(address, password, DATABASE),
    adopted: adopted !== null,
    revive: async () => {
      if (await control.running()) return false;
      await control.start(address, settings);
      return true;
    },
    stop: async () => {
      await control.stop();
      await rm(runtimeFolder, { recursive: true, force: true });
    },
  };
}

function connectionFile(dataFolder: string): string {
  return path.join(dataFolder, 'database.json');
}

async function readConnection(dataFolder: string) {
  const file = connectionFile(dataFolder);
  return existsSync(file) ? ConnectionSchema.parse(JSON.parse(await readFile(file, 'utf8'))) : null;
}

async function newAddress(transport: 'socket' | 'tcp', socketFolder: string): Promise<Address> {
  return transport === 'socket' ? { port: 5432, socketFolder } : { port: await freePort(), socketFolder: null };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
