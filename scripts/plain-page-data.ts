/**
 * After `next build`: React's data in prerendered pages is the page's own markup once more, but with `<`, `>` and `&` as
 * `\u003c` and so on, which no compressor sees as the same. Where HTML allows it they are written plainly again: the
 * strings stay what they were, and a page of many formulas is a seventh smaller. Before the scripts are hashed.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const DATA = /<script>self\.__next_f\.push\(\[1,"[\s\S]*?"\]\)<\/script>/g;
const PLAIN: Record<string, string> = { c: '<', e: '>', '6': '&' };

/** The page with its data written plainly; `</script`, `<script` and `<!--` in it would end or change the script. */
export function withPlainData(html: string): string {
  return html.replace(DATA, (script) =>
    // An even number of backslashes before it is a text that shows `\u003c`.
    script.replace(
      /(?<!\\)((?:\\\\)*)\\u00(?:3([ce])|2(6))(?!\/?script|!--)/gi,
      (_, backslashes: string, angle, and) => backslashes + PLAIN[String(angle ?? and).toLowerCase()],
    ),
  );
}

/** @returns how many pages were rewritten. */
export function plainPageData(root = process.cwd()): number {
  const folder = path.join(root, '.next/server/app');
  if (!existsSync(folder)) throw new Error(`plain-page-data: needs a built site, found no ${folder}`);
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  for (const page of pages) {
    const file = path.join(folder, page);
    writeFileSync(file, withPlainData(readFileSync(file, 'utf8')));
  }
  return pages.length;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(`plain data: ${plainPageData()} prerendered pages\n`);
}
