/**
 * Cuts Pretendard to the glyphs that the course uses: one file for Latin, one for Hangul, in `public/fonts`, with their
 * rules in `.generated/fonts.json`. Does nothing when neither the texts nor the font have changed.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import subsetFont from 'subset-font';
import type { FontFiles } from '../contracts/fonts';
import { faceCss, fallbackCss } from './font-css';
import { hangulOf, latin } from './font-glyphs';

const root = path.resolve(import.meta.dirname, '..');
const source = path.join(root, 'node_modules/pretendard/dist/web/variable/woff2/PretendardVariable.woff2');
const folder = path.join(root, 'public/fonts');
const index = path.join(root, '.generated/fonts.json');
/** Weights that the styles use; the axis outside is cut off. */
const weights = { min: 400, max: 700 };

/** Every text that the site shows by itself. What people write falls back to the system's font, glyph by glyph. */
function courseText(): string {
  const texts = ['messages', 'content', 'exercises', 'grading']
    .map((top) => path.join(root, top))
    .filter(existsSync)
    .flatMap((top) =>
      readdirSync(top, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(json|mdx|ts)$/.test(entry.name))
        .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8')),
    );
  return texts.join('');
}

/** @returns whether anything had to be made. */
export async function buildFonts(): Promise<boolean> {
  const font = readFileSync(source);
  const hangul = hangulOf(courseText());
  const stamp = hash([font, latin, hangul, JSON.stringify(weights), faceCss('', '', weights), fallbackCss]);
  if (existsSync(index) && JSON.parse(readFileSync(index, 'utf8')).stamp === stamp) return false;

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  mkdirSync(path.dirname(index), { recursive: true });
  const [latinUrl, hangulUrl] = await Promise.all([cut(font, latin, 'latin'), cut(font, hangul, 'hangul')]);
  writeFileSync(
    path.join(folder, 'LICENSE.txt'),
    readFileSync(path.join(root, 'node_modules/pretendard/dist/LICENSE.txt')),
  );
  const files: FontFiles & { stamp: string } = {
    stamp,
    css: faceCss(latinUrl, 'latin', weights) + faceCss(hangulUrl, 'hangul', weights) + fallbackCss,
    preload: { ko: [latinUrl, hangulUrl], en: [latinUrl] },
  };
  writeFileSync(index, JSON.stringify(files));
  return true;
}

async function cut(font: Buffer, glyphs: string, name: string): Promise<string> {
  const bytes = await subsetFont(font, glyphs, { targetFormat: 'woff2', variationAxes: { wght: weights } });
  const file = `${name}.${hash([bytes]).slice(0, 12)}.woff2`;
  writeFileSync(path.join(folder, file), bytes);
  return `/fonts/${file}`;
}

function hash(parts: (string | Buffer)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('hex');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const made = await buildFonts();
  process.stdout.write(made ? 'fonts: cut to the course\n' : 'fonts: up to date\n');
}
