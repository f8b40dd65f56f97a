import 'server-only';
import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';
import { env } from '../env';

/** Where our own code puts the client's address for better-auth; whatever a client sends under this name is dropped. */
export const CLIENT_ADDRESS_HEADER = 'x-peergrad-client';

function family(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}

/** `10.0.0.0/24`, `2001:db8::/32` or a single address each. */
export function toBlockList(proxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', prefix] = proxy.split('/');
    if (prefix === undefined) list.addAddress(address, family(address));
    else list.addSubnet(address, Number(prefix), family(address));
  }
  return list;
}

/** `::ffff:192.0.2.1`, as a dual-stack socket names an IPv4 peer, is that peer. */
function unmapped(address: string): string {
  const match = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  return match?.[1] ?? address;
}

/**
 * The client's address: `x-forwarded-for` read from the right, past the proxies that are trusted. The web process
 * appends its socket's peer to that header, so without proxies the last entry is the client, whatever they sent.
 */
export function clientAddress(headers: Headers, trusted: BlockList): string | null {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => unmapped(hop.trim()));
  let client: string | null = null;
  for (const hop of hops.reverse()) {
    if (isIP(hop) === 0) return client;
    client = hop;
    if (!trusted.check(hop, family(hop))) return client;
  }
  return client;
}

/** The client's address, by `TRUSTED_PROXIES`. */
export function addressOf(headers: Headers): string | null {
  return clientAddress(headers, toBlockList(env.TRUSTED_PROXIES));
}

/** A request's headers as better-auth may read them: with the client's address as we found it. */
export function requestHeaders(headers: Headers): Headers {
  const copy = new Headers(headers);
  const address = addressOf(headers);
  if (address === null) copy.delete(CLIENT_ADDRESS_HEADER);
  else copy.set(CLIENT_ADDRESS_HEADER, address);
  return copy;
}

/** What limits count: the address, or the /64 of an IPv6 address, since one subscriber owns all of a /64. */
export function addressBucket(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const groups = [...left, ...zeros, ...right].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.join(':')}::/64`;
}
