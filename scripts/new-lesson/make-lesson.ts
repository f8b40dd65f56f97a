import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const TEMPLATE = fileURLToPath(new URL('./template', import.meta.url));
const TEMPLATE_ID = '00-template.01-template';

const SHAPE = /^(\d\d-[a-z0-9-]{1,80})\/(\d\d-[a-z0-9-]{1,80})$/;

/** `unit.ts` with one more lesson, in the order of the numbers. @throws {Error} when it has no list that can be read */
export function withLesson(unit: string, lesson: string): string {
  const [list, inside] = /\blessons:\s*\[([^\]]*)\]/.exec(unit) ?? [];
  if (list === undefined || inside === undefined) throw new Error('unit.ts has no `lessons: […]`');
  const lessons = [...inside.matchAll(/'([^']+)'/g)].map(([, name]) => name);
  const names = [...lessons, lesson].sort().map((name) => `'${name}'`);
  const line = `lessons: [${names.join(', ')}]`;
  // Broken as Biome breaks it: past 120 characters, with the indentation and the comma.
  return unit.replace(list, line.length < 118 ? line : `lessons: [\n    ${names.join(',\n    ')},\n  ]`);
}

/** The template's text in one language, for another lesson. */
export async function lessonText(id: string, locale: 'en' | 'ko'): Promise<string> {
  const template = await readFile(path.join(TEMPLATE, `${locale}.mdx`), 'utf8');
  return template.replaceAll(TEMPLATE_ID, id.replace('/', '.'));
}

/**
 * Makes `content/UNIT/LESSON/{en,ko}.mdx` and lists the lesson in the unit. Answers the files written.
 *
 * @param content the folder of the units
 * @throws {Error} when the id has not the form `NN-unit/NN-lesson`, the unit is not there, or the lesson is
 */
export async function makeLesson(id: string, content = 'content'): Promise<string[]> {
  const [, unit = '', lesson = ''] = SHAPE.exec(id) ?? [];
  if (!lesson) throw new Error(`UNIT/LESSON must look like 04-optimization/05-schedules, got “${id}”`);
  const list = path.join(content, unit, 'unit.ts');
  if (!existsSync(list)) throw new Error(`There is no unit ${unit}: a new one needs ${list} first (docs/authoring.md)`);
  const folder = path.join(content, unit, lesson);
  if (existsSync(folder)) throw new Error(`${folder} exists already`);
  const listed = withLesson(await readFile(list, 'utf8'), lesson);
  await mkdir(folder);
  const files = await Promise.all(
    (['en', 'ko'] as const).map(async (locale) => {
      const file = path.join(folder, `${locale}.mdx`);
      await writeFile(file, await lessonText(id, locale));
      return file;
    }),
  );
  await writeFile(list, listed);
  return [...files, list];
}
