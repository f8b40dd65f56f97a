import 'server-only';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until a port can be listened on: a web process whose supervisor was killed needs a moment to notice and go.
 *
 * @throws in words for the reader when it stays taken, or may not be used
 */
export async function awaitFreePort(host: string, port: number, patienceMs = 8000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const code = await tryPort(host, port);
    if (code === null) return;
    if (code !== 'EADDRINUSE') throw new Error(portMessage(host, port, code));
    if (Date.now() > deadline) throw new Error(portMessage(host, port, code));
    await sleep(200);
  }
}

export function portMessage(host: string, port: number, code: string): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken by another program. Choose one with PORT=3001 npm start.`;
  if (code === 'EACCES') return `Port ${port} needs more rights than this user has. Choose one above 1023 with PORT=….`;
  return `Cannot listen on ${host}:${port} (${code}). Is HOST an address of this machine?`;
}

function tryPort(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}
