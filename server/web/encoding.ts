import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';

export type Encoding = 'br' | 'gzip';

const TEXT = /^(?:text\/(?!event-stream)|application\/(?:javascript|json|manifest\+json|xml)|image\/svg\+xml)/;
/** Below this an answer fits one packet anyway, bytes. */
const LEAST_BYTES = 860;

/** The encoding that a client prefers of those we have: Brotli when it can, whatever weights it gives. */
export function acceptedEncoding(header: string | undefined): Encoding | null {
  const accepted = new Set<string>();
  for (const item of (header ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim());
    if (!parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) accepted.add(name);
  }
  if (accepted.has('br')) return 'br';
  return accepted.has('gzip') ? 'gzip' : null;
}

export const isText = (response: ServerResponse) => TEXT.test(String(response.getHeader('content-type') ?? ''));

/** Whether this very answer may be sent compressed. */
export function mayCompress({ method }: IncomingMessage, response: ServerResponse): boolean {
  const length = response.getHeader('content-length');
  return (
    method !== 'HEAD' &&
    response.statusCode !== 204 &&
    response.statusCode !== 206 &&
    response.statusCode !== 304 &&
    !response.hasHeader('content-encoding') &&
    isText(response) &&
    (length === undefined || Number(length) >= LEAST_BYTES)
  );
}

/** Whether the body is the same for everyone and known since the build: hashed files and prerendered pages. */
export function isFixed(response: ServerResponse): boolean {
  return (
    String(response.getHeader('cache-control') ?? '').includes('immutable') || response.hasHeader('x-nextjs-prerender')
  );
}

export function addVary(response: ServerResponse): void {
  const before = [response.getHeader('vary') ?? []].flat().join(', ');
  if (!/\baccept-encoding\b/i.test(before)) {
    response.setHeader('Vary', before ? `${before}, Accept-Encoding` : 'Accept-Encoding');
  }
}

/** The headers of a compressed answer: its bytes are others, so a strong ETag would lie. */
export function setEncoding(response: ServerResponse, encoding: Encoding): void {
  const tag = response.getHeader('etag');
  if (typeof tag === 'string' && !tag.startsWith('W/')) response.setHeader('ETag', `W/${tag}`);
  response.setHeader('Content-Encoding', encoding);
  response.removeHeader('Content-Length');
}
