import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { awaitFreePort } from './port';

test('a port that stays taken is named, with the way to choose another', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(awaitFreePort('127.0.0.1', port, 0)).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`);
  other.close();
});

test('a port that comes free is waited for', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const free = awaitFreePort('127.0.0.1', port);
  other.close();
  await expect(free).resolves.toBeUndefined();
});

test('an address that is not of this machine is told from a taken port', async () => {
  await expect(awaitFreePort('192.0.2.1', 3000, 0)).rejects.toThrow('Is HOST an address of this machine?');
});
