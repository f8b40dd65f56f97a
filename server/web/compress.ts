import 'server-only';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { findStored } from './brotli-store';
import { acceptedEncoding, addVary, type Encoding, isFixed, isText, mayCompress, setEncoding } from './encoding';

const brotliCompress = promisify(zlib.brotliCompress);
/** For what is made per request: about as fast as gzip, and smaller. */
const QUICKLY = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } };

type Chunk = Uint8Array | string;

/** Where the body of one answer goes once its headers are known. */
interface Sink {
  write(chunk: Buffer): boolean;
  end(): void;
  flush(): void;
}

interface Original {
  write(chunk: Buffer): boolean;
  end(chunk?: Buffer): void;
}

/** Compresses as it comes; each flush reaches the browser. */
function streamed(response: ServerResponse, original: Original, encoding: Encoding): Sink {
  setEncoding(response, encoding);
  const stream = encoding === 'br' ? zlib.createBrotliCompress(QUICKLY) : zlib.createGzip();
  stream.on('data', (chunk: Buffer) => {
    if (!original.write(chunk)) stream.pause();
  });
  stream.on('end', () => original.end());
  stream.on('drain', () => response.emit('drain'));
  response.on('drain', () => stream.resume());
  response.on('close', () => stream.destroy());
  // Whoever has gone away hears nothing of it.
  stream.on('error', () => response.destroy());
  return { write: (chunk) => stream.write(chunk), end: () => stream.end(), flush: () => stream.flush() };
}

/** Waits for the whole body and sends the form of it that was made at build time, or one made now. */
function stored(response: ServerResponse, original: Original, store: string): Sink {
  const chunks: Buffer[] = [];
  const send = async () => {
    const body = Buffer.concat(chunks);
    const compressed = (await findStored(store, body)) ?? (await brotliCompress(body, QUICKLY));
    setEncoding(response, 'br');
    response.setHeader('Content-Length', compressed.length);
    original.end(compressed);
  };
  return {
    write(chunk) {
      chunks.push(chunk);
      return true;
    },
    end: () => void send().catch(() => response.destroy()),
    flush: () => {},
  };
}

function setAll(response: ServerResponse, headers: OutgoingHttpHeaders | string[] | undefined): void {
  const entries = Array.isArray(headers)
    ? headers.flatMap((name, index) => (index % 2 === 0 ? [[name, headers[index + 1]] as const] : []))
    : Object.entries(headers ?? {});
  for (const [name, value] of entries) if (value !== undefined) response.setHeader(name, value);
}

/**
 * Has the answer sent compressed: with Brotli where the client can, from `store` where the build has made it. Call it
 * before anything is written. Event streams, ranges and what is compressed already pass as they are.
 */
export function compressAnswer(request: IncomingMessage, response: ServerResponse, store: string): void {
  const write = response.write.bind(response) as (chunk: Buffer) => boolean;
  const end = response.end.bind(response) as (chunk?: Buffer) => void;
  const writeHead = response.writeHead.bind(response);
  const flushHeaders = response.flushHeaders.bind(response);
  /** Undefined until the headers are known; null when the body passes as it is. */
  let sink: Sink | null | undefined;
  let ended = false;

  function decide(): Sink | null {
    if (sink !== undefined) return sink;
    if (isText(response)) addVary(response);
    const encoding = acceptedEncoding(request.headers['accept-encoding']);
    // Our own writes come back here, to the methods as they were.
    const original: Original = { write, end };
    if (encoding === null || !mayCompress(request, response)) sink = null;
    else if (encoding === 'br' && isFixed(response)) sink = stored(response, original, store);
    else sink = streamed(response, original, encoding);
    return sink;
  }

  const toBuffer = (chunk: Chunk, encoding: unknown) =>
    typeof chunk === 'string'
      ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
      : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const callbackIn = (rest: unknown[]) => rest.find((one) => typeof one === 'function') as (() => void) | undefined;

  const patched = {
    writeHead(status: number, ...rest: [string | OutgoingHttpHeaders | string[] | undefined, ...unknown[]]) {
      const [message, headers] = typeof rest[0] === 'string' ? rest : [undefined, rest[0]];
      if (response.headersSent) return response;
      response.statusCode = status;
      setAll(response, headers as OutgoingHttpHeaders | string[] | undefined);
      // A body that is held back is also held by its head, whose length is not known yet.
      decide();
      if (response.hasHeader('content-encoding') || sink === null) {
        message === undefined ? writeHead(status) : writeHead(status, message as string);
      }
      return response;
    },
    flushHeaders() {
      decide();
      if (sink === null || response.hasHeader('content-encoding')) flushHeaders();
    },
    write(chunk: Chunk, ...rest: unknown[]) {
      const into = decide();
      if (into === null) return (write as (...all: unknown[]) => boolean)(chunk, ...rest);
      const more = into.write(toBuffer(chunk, rest[0]));
      callbackIn(rest)?.();
      return more;
    },
    end(...rest: unknown[]) {
      const [chunk] = rest;
      const hasBody = chunk !== undefined && chunk !== null && typeof chunk !== 'function';
      // Alone it tells the length that nobody has set.
      if (sink === undefined && hasBody && !response.hasHeader('content-length')) {
        response.setHeader('Content-Length', toBuffer(chunk as Chunk, rest[1]).length);
      }
      const into = decide();
      if (into === null) {
        (end as (...all: unknown[]) => void)(...rest);
        return response;
      }
      if (ended) return response;
      ended = true;
      if (hasBody) into.write(toBuffer(chunk as Chunk, rest[1]));
      const callback = callbackIn(rest);
      if (callback) response.once('finish', callback);
      into.end();
      return response;
    },
    /** Next calls it after each part of a page that it sends as it makes it. */
    flush() {
      sink?.flush();
    },
  };
  Object.assign(response, patched);
}
