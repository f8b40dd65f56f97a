import { expect, test } from 'vitest';
import * as z from 'zod';
import { AppError } from './errors';
import { json, parseBody, parseQuery, route } from './http';

const InputSchema = z.object({ source: z.string().max(10) });

const echo = route(async (request) => json(await parseBody(request, InputSchema)));

function put(body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) {
  return new Request('http://course.test/api/echo', { method: 'PUT', headers, body });
}

async function answer(response: Response) {
  return { status: response.status, body: await response.json() };
}

test('a body of the right shape reaches the handler, and the answer stays out of caches', async () => {
  const response = await echo(put('{"source":"x"}'), undefined);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await answer(response)).toEqual({ status: 200, body: { source: 'x' } });
});

test.each([
  ['no JSON', '{', 400, 'invalid-input'],
  ['a wrong shape', '{"source":1}', 400, 'invalid-input'],
  ['a NUL, which the database cannot hold', '{"source":"a\\u0000b"}', 400, 'invalid-input'],
  ['a source over its limit', '{"source":"12345678901"}', 413, 'source-too-large'],
  ['a body over every limit', `{"source":"${'x'.repeat(1_100_000)}"}`, 413, 'source-too-large'],
])('%s is refused by name', async (_what, body, status, code) => {
  expect(await answer(await echo(put(body), undefined))).toEqual({ status, body: { error: { code } } });
});

test('a form of another site cannot pass for JSON', async () => {
  const response = await echo(put('{"source":"x"}', { 'content-type': 'text/plain' }), undefined);
  expect(await answer(response)).toEqual({ status: 400, body: { error: { code: 'invalid-input' } } });
});

test('a mutation that another site started is refused before anything is read', async () => {
  const request = put('{"source":"x"}', { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' });
  expect(await answer(await echo(request, undefined))).toEqual({
    status: 403,
    body: { error: { code: 'cross-site' } },
  });
});

test('a limit says when to come back, in the body and in Retry-After', async () => {
  const limited = route(async () => {
    throw new AppError('rate-limited', { retryAfter: 1.2 });
  });
  const response = await limited(new Request('http://course.test/api'), undefined);
  expect(response.headers.get('retry-after')).toBe('2');
  expect(await answer(response)).toEqual({ status: 429, body: { error: { code: 'rate-limited', retryAfter: 1.2 } } });
});

test('a bug is told without its details', async () => {
  const broken = route(async () => {
    throw new Error('secret');
  });
  const response = await broken(new Request('http://course.test/api'), undefined);
  expect(await answer(response)).toEqual({ status: 500, body: { error: { code: 'unavailable' } } });
});

test('a query is parsed by its schema', () => {
  const request = new Request('http://course.test/api?source=abc');
  expect(parseQuery(request, InputSchema)).toEqual({ source: 'abc' });
});
