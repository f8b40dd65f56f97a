import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(process.cwd(), 'content');

const folders = (parent: string) =>
  readdirSync(parent, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && /^\d\d-/.test(entry.name) ? [entry.name] : [],
  );

let kept: ReadonlySet<string> | undefined;

/**
 * Ids of all quick checks of the course, read from the lessons' source: who only asks which there are needs no MDX
 * compiled. (`check:content` proves that both languages have the same.) Read once; while authors write, every time.
 */
export function quickCheckIds(): ReadonlySet<string> {
  if (kept && process.env.NODE_ENV === 'production') return kept;
  const texts = folders(folder).flatMap((unit) =>
    folders(path.join(folder, unit))
      .map((lesson) => path.join(folder, unit, lesson))
      .filter((lesson) => readdirSync(lesson).includes('en.mdx'))
      .map((lesson) => readFileSync(path.join(lesson, 'en.mdx'), 'utf8')),
  );
  const ids = texts.flatMap((text) => [...text.matchAll(/<(?:\w*QuickCheck|SpotTheMistake)\s+id="([^"]+)"/g)]);
  kept = new Set(ids.map(([, id = '']) => id));
  return kept;
}
