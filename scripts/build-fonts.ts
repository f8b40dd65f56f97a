/**
 * Cuts the fonts to what the course sets: Pretendard into one file for Latin and one for Hangul, KaTeX's to the glyphs of
 * the formulas. Files go to `public/fonts`, their rules to `.generated/fonts.json`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import subsetFont from 'subset-font';
import type { FontFiles } from '../contracts/fonts';
import { faceCss, fallbackCss, hangulRange, unicodeRange } from './font-css';
import { hangulOf, latinOf } from './font-glyphs';
import type { MathFace } from './math-faces';
import { mathGlyphs } from './math-glyphs';

const root = path.resolve(import.meta.dirname, '..');
const pretendard = path.join(root, 'node_modules/pretendard/dist');
const folder = path.join(root, 'public/fonts');
/** Weights that the styles use; the axis outside is cut off. */
const weights = { min: 400, max: 700 };

/** Kerning and digits of one width. Pretendard's other features would bring an alternate for every second glyph. */
const keepFeatures = ['kern', 'tnum'];

/** Files that the site shows by itself. What people write falls back to the system's font, glyph by glyph. */
function courseFiles(): string[] {
  return ['messages', 'content', 'exercises', 'grading']
    .map((top) => path.join(root, top))
    .filter(existsSync)
    .flatMap((top) => readdirSync(top, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(json|mdx|ts)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function write(name: string, bytes: Buffer): string {
  const file = `${name}.${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.woff2`;
  writeFileSync(path.join(folder, file), bytes);
  return `/fonts/${file}`;
}

async function cutText(text: string) {
  const font = readFileSync(path.join(pretendard, 'web/variable/woff2/PretendardVariable.woff2'));
  const latin = latinOf(text);
  const cut = async (name: string, glyphs: string) =>
    write(
      name,
      await subsetFont(font, glyphs, { targetFormat: 'woff2', variationAxes: { wght: weights }, keepFeatures }),
    );
  const urls = { latin: await cut('latin', latin), hangul: await cut('hangul', hangulOf(text)) };
  const face = { family: 'PeerGrad Sans', weight: `${weights.min} ${weights.max}`, display: 'swap' } as const;
  const css = [
    faceCss({ ...face, url: urls.latin, range: unicodeRange(latin) }),
    faceCss({ ...face, url: urls.hangul, range: hangulRange }),
    fallbackCss,
  ].join('');
  return { css, hangulUrl: urls.hangul, preload: { ko: [urls.latin, urls.hangul], en: [urls.latin] } };
}

/** Rules that come after katex.css: its whole files stay for glyphs outside these ranges. */
async function cutMath(glyphsByFace: ReadonlyMap<MathFace, string>, hangulUrl: string) {
  const made = await Promise.all(
    [...glyphsByFace].map(async ([{ file, first, ...face }, glyphs]) => {
      const font = readFileSync(path.join(root, `node_modules/katex/dist/fonts/${file}.woff2`));
      const url = write(file, await subsetFont(font, glyphs, { targetFormat: 'woff2', noHinting: true }));
      return { css: faceCss({ ...face, url, range: unicodeRange(glyphs), display: 'block' }), first, url };
    }),
  );
  // Words in formulas: without this rule the browser would fetch KaTeX's whole file to look for Hangul in it.
  const words = { family: 'KaTeX_Main', weight: 400, url: hangulUrl, range: hangulRange, display: 'swap' } as const;
  return {
    css: made.map(({ css }) => css).join('') + faceCss(words),
    preload: made.filter(({ first }) => first).map(({ url }) => url),
  };
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
mkdirSync(path.join(root, '.generated'), { recursive: true });
const files = courseFiles();
const texts = files.map((file) => readFileSync(file, 'utf8'));
const formulas = mathGlyphs(texts.filter((_, index) => files[index]?.endsWith('.mdx')));
const { hangulUrl, ...text } = await cutText(texts.join(''));
const fonts: FontFiles = { ...text, math: await cutMath(formulas, hangulUrl) };
writeFileSync(path.join(folder, 'LICENSE.txt'), readFileSync(path.join(pretendard, 'LICENSE.txt')));
writeFileSync(path.join(root, '.generated/fonts.json'), JSON.stringify(fonts));
