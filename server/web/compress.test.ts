import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type RequestListener, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { storeName } from './brotli-store';
import { compressAnswer } from './compress';

let store: string;
let server: Server | undefined;
beforeAll(() => {
  store = mkdtempSync(path.join(tmpdir(), 'peergrad-brotli-'));
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});
afterAll(() => rmSync(store, { recursive: true }));

const TEXT = 'Σ of the 한국어 text. '.repeat(1000);
const body = Buffer.from(TEXT);

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

async function serve(handle: RequestListener): Promise<number> {
  server = createServer((asked, response) => {
    compressAnswer(asked, response, store);
    handle(asked, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function ask(handle: RequestListener, accept = 'gzip, deflate, br', method = 'GET'): Promise<Answer> {
  const port = await serve(handle);
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', method, headers: { 'accept-encoding': accept } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

const page =
  (headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    response.end(TEXT);
  };

test('a page goes out in Brotli, and says that it depends on what the client accepts', async () => {
  const answer = await ask(page({ Vary: 'rsc', ETag: '"abc"', 'Content-Length': String(body.length) }));
  expect(answer.headers).toMatchObject({ 'content-encoding': 'br', vary: 'rsc, Accept-Encoding', etag: 'W/"abc"' });
  expect(zlib.brotliDecompressSync(answer.body).toString()).toBe(TEXT);
});

test('who knows no Brotli gets gzip', async () => {
  const answer = await ask(page(), 'gzip, br;q=0');
  expect(answer.headers['content-encoding']).toBe('gzip');
  expect(zlib.gunzipSync(answer.body).toString()).toBe(TEXT);
});

test('who knows neither gets the text as it is', async () => {
  const answer = await ask(page({ ETag: '"abc"' }), 'identity');
  expect(answer.headers).toMatchObject({ vary: 'Accept-Encoding', etag: '"abc"' });
  expect(answer.headers).not.toHaveProperty('content-encoding');
  expect(answer.body.toString()).toBe(TEXT);
});

test.each([
  [
    'a hashed file',
    { 'Content-Type': 'application/javascript', 'Cache-Control': 'public, max-age=31536000, immutable' },
  ],
  ['a prerendered page', { 'x-nextjs-prerender': '1' }],
])('%s is sent in the form that the build made', async (_what, headers) => {
  // Larger than what would be made now, and known by that.
  const made = zlib.brotliCompressSync(body, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 0 } });
  writeFileSync(path.join(store, storeName(body)), made);
  const answer = await ask(page(headers));
  expect(answer.headers).toMatchObject({ 'content-encoding': 'br', 'content-length': String(made.length) });
  expect(answer.body).toEqual(made);
});

test('a fixed text that the build does not know is compressed now', async () => {
  rmSync(path.join(store, storeName(body)), { force: true });
  const answer = await ask(page({ 'x-nextjs-prerender': '1' }));
  expect(zlib.brotliDecompressSync(answer.body).toString()).toBe(TEXT);
});

test.each<[string, RequestListener, string?]>([
  ['an event stream', page({ 'Content-Type': 'text/event-stream' })],
  ['a font', page({ 'Content-Type': 'font/woff2' })],
  ['a part of a file', (_, response) => void response.writeHead(206, { 'Content-Type': 'text/html' }).end(TEXT)],
  ['what is compressed already', page({ 'Content-Encoding': 'zstd' })],
  ['a short answer', (_, response) => void response.setHeader('Content-Type', 'application/json').end('{"a":1}')],
  ['an answer without a body', (_, response) => void response.writeHead(304, { 'Content-Type': 'text/html' }).end()],
  ['a question for the head', page(), 'HEAD'],
])('%s passes as it is', async (_what, handle, method) => {
  const { headers } = await ask(handle, 'br, gzip', method);
  expect(['br', 'gzip']).not.toContain(headers['content-encoding']);
});

test('each part of a page that is flushed arrives before the next is made', async () => {
  let next = () => {};
  const port = await serve((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.write('first '.repeat(300));
    (response as unknown as { flush(): void }).flush();
    next = () => response.end('second');
  });
  const text = await new Promise<string>((resolve, reject) => {
    request({ port, host: '127.0.0.1', headers: { 'accept-encoding': 'br' } }, (answer) => {
      const plain = answer.pipe(zlib.createBrotliDecompress());
      let seen = '';
      plain.on('data', (chunk: Buffer) => {
        seen += chunk.toString();
        if (!seen.includes('second')) next();
      });
      plain.on('end', () => resolve(seen));
    })
      .on('error', reject)
      .end();
  });
  expect(text).toBe(`${'first '.repeat(300)}second`);
});

test('a long answer in many parts arrives whole, however slowly it is read', async () => {
  const parts = Array.from({ length: 400 }, (_, index) => Buffer.alloc(20_000, String(index)));
  const { body: received } = await ask(async (_, response) => {
    response.setHeader('Content-Type', 'text/plain');
    for (const part of parts) {
      if (!response.write(part)) await new Promise((resolve) => response.once('drain', resolve));
    }
    response.end();
  });
  expect(zlib.brotliDecompressSync(received).equals(Buffer.concat(parts))).toBe(true);
});
