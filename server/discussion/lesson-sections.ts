import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { LessonIdSchema } from '@/contracts/learning';
import type { Localized } from '@/grading/localized';

/** A heading of a lesson: its id and its words in each language. */
export interface LessonSection {
  id: Localized;
  heading: Localized;
}

export interface LessonText {
  title: Localized;
  sections: readonly LessonSection[];
}

const CONTENT = path.join(process.cwd(), 'content');
const kept = new Map<string, LessonText | null>();

/**
 * Title and headings of a lesson, read from its source: no MDX is compiled to know what there is to talk about. Null for a
 * lesson that the course does not have. Both languages have the same headings in the same order (`npm run check:content`).
 */
export async function findLessonText(id: string): Promise<LessonText | null> {
  const known = kept.get(id);
  if (known !== undefined && process.env.NODE_ENV === 'production') return known;
  const text = LessonIdSchema.safeParse(id).success ? await readLesson(id) : null;
  if (text !== null) kept.set(id, text);
  return text;
}

async function readLesson(id: string): Promise<LessonText | null> {
  const folder = path.join(CONTENT, ...id.split('.'));
  const files: string[] = await readdir(folder).catch(() => []);
  if (!files.includes('en.mdx') || !files.includes('ko.mdx')) return null;
  const [ko, en] = await Promise.all(
    (['ko', 'en'] as const).map((locale) => readFile(path.join(folder, `${locale}.mdx`), 'utf8')),
  );
  const [inKorean, inEnglish] = [headingsOf(ko ?? ''), headingsOf(en ?? '')];
  return {
    title: { ko: titleOf(ko ?? ''), en: titleOf(en ?? '') },
    sections: inEnglish.map((heading, index) => {
      const there = inKorean[index] ?? heading;
      return { id: { en: heading.id, ko: there.id }, heading: { en: heading.text, ko: there.text } };
    }),
  };
}

function titleOf(source: string): string {
  return /^\s*title: (['"])(.*)\1,$/m.exec(source)?.[2]?.replace(/\\(.)/g, '$1') ?? '';
}

/** Headings of the second and third level, outside fenced code, with the ids that rehype-slug gives them. */
export function headingsOf(source: string): { id: string; text: string }[] {
  const prose = source.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '');
  const used = new Map<string, number>();
  return [...prose.matchAll(/^(#{1,6}) +(.+?) *#* *$/gm)].flatMap(([, level = '', line = '']) => {
    const text = plain(line);
    const slug = slugOf(text);
    const times = used.get(slug) ?? 0;
    used.set(slug, times + 1);
    return level.length === 2 || level.length === 3 ? [{ id: times === 0 ? slug : `${slug}-${times}`, text }] : [];
  });
}

/** A heading without its marks: links, code, emphasis, formulas by their source. */
function plain(line: string): string {
  return line
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/\*\*?([^*]+)\*\*?/g, '$1')
    .replace(/[`$]/g, '')
    .trim();
}

/** As github-slugger, which rehype-slug uses. */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
