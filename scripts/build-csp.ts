/**
 * After `next build`: hashes the inline scripts of every prerendered page into `.next/csp.json`, from which proxy.ts sets
 * each page's Content-Security-Policy.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inlineScriptSources } from '../app/csp/inline-scripts';
import { type CspManifest, cspManifestFile } from '../app/csp/manifest';
import { headScript } from '../app/head-script';

const built = path.resolve(import.meta.dirname, '../.next');
const pagesFolder = path.join(built, 'server/app');

/** @returns how many pages were prerendered. */
export function buildCsp(): number {
  if (!existsSync(pagesFolder)) throw new Error(`build-csp: needs a built site, found no ${pagesFolder}`);
  const files = readdirSync(pagesFolder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  const pages: CspManifest['pages'] = {};
  for (const file of files)
    pages[pathOf(file)] = inlineScriptSources(readFileSync(path.join(pagesFolder, file), 'utf8'));
  const notFound = ['/_not-found', '/_global-not-found', '/_global-error'].flatMap((page) => pages[page] ?? []);
  const shared = [...new Set([...inlineScriptSources(`<script>${headScript}</script>`), ...notFound])];
  const manifest: CspManifest = { pages, shared };
  writeFileSync(path.join(built, cspManifestFile), JSON.stringify(manifest));
  return files.length;
}

function pathOf(file: string): string {
  return `/${file
    .split(path.sep)
    .join('/')
    .replace(/\.html$/, '')}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(`csp: ${buildCsp()} prerendered pages\n`);
}
