import { expect, test } from 'vitest';
import { addressBucket, clientAddress, toBlockList } from './client-address';

function sent(forwardedFor?: string) {
  return new Headers(forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor });
}

test.each([
  ['nothing is known', undefined, [], null],
  ['only the socket is known', '203.0.113.9', [], '203.0.113.9'],
  ['a client made up a header, without proxies', '198.51.100.1, 203.0.113.9', [], '203.0.113.9'],
  ['one proxy is trusted', '203.0.113.9, 10.0.0.2', ['10.0.0.0/24'], '203.0.113.9'],
  ['a client made up a header before the proxy', '198.51.100.1, 203.0.113.9, 10.0.0.2', ['10.0.0.2'], '203.0.113.9'],
  ['a proxy is reached over IPv6', '2001:db8::7, fd00::2', ['fd00::/8'], '2001:db8::7'],
  ['a dual-stack socket names an IPv4 peer', '::ffff:203.0.113.9', [], '203.0.113.9'],
  ['a trusted proxy passes rubbish on', 'unknown, 10.0.0.2', ['10.0.0.2'], '10.0.0.2'],
  ['every hop is trusted', '10.0.0.1, 10.0.0.2', ['10.0.0.0/24'], '10.0.0.1'],
])('the client is found when %s', (_when, header, proxies, address) => {
  expect(clientAddress(sent(header), toBlockList(proxies))).toBe(address);
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is counted as %s', (address, bucket) => {
  expect(addressBucket(address)).toBe(bucket);
});
