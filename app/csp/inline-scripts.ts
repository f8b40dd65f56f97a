import { createHash } from 'node:crypto';

/** CSP sources of the inline scripts of a prerendered page: `'sha256-…'`, each once, in order. */
export function inlineScriptSources(html: string): string[] {
  const sources = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi)]
    .filter(([, attributes = '']) => !/\ssrc\s*=/i.test(attributes))
    .map(([, , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return [...new Set(sources)];
}
