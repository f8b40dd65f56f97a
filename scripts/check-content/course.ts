import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Unit } from '@/content/unit';
import { type MdxText, parseMdx } from './mdx-tree';

/** A text in both languages, or why one cannot be read. */
export interface Pair {
  /** What a problem is reported under: `content/02-mlp/01-x`, `exercises/02-mlp/softmax/prompt`. */
  name: string;
  en?: MdxText;
  ko?: MdxText;
  problems: string[];
}

export interface CourseUnit {
  id: string;
  unit: Unit;
  /** Folders in it, listed or not. */
  folders: string[];
  lessons: (Pair & { id: string })[];
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => entry.name);
}

const numbered = (folder: string) => foldersIn(folder).filter((name) => /^\d\d-/.test(name));

function readText(file: string): MdxText | string {
  if (!existsSync(file)) return `${file} is missing`;
  try {
    return parseMdx(file, readFileSync(file, 'utf8'));
  } catch (error) {
    return `${file}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function readPair(name: string, fileIn: (locale: string) => string): Pair {
  const [en, ko] = [readText(fileIn('en')), readText(fileIn('ko'))];
  return {
    name,
    ...(typeof en !== 'string' && { en }),
    ...(typeof ko !== 'string' && { ko }),
    problems: [en, ko].filter((text) => typeof text === 'string'),
  };
}

/** Every unit of content/ with its lessons. */
export async function readUnits(): Promise<CourseUnit[]> {
  return Promise.all(
    numbered('content').map(async (id) => {
      const { unit }: { unit: Unit } = await import(path.resolve('content', id, 'unit.ts'));
      const lessons = unit.lessons.map((folder) => ({
        id: `${id}.${folder}`,
        ...readPair(`content/${id}/${folder}`, (locale) => `content/${id}/${folder}/${locale}.mdx`),
      }));
      return { id, unit, folders: foldersIn(`content/${id}`), lessons };
    }),
  );
}

/** Ids of all exercises. */
export function listExerciseIds(): string[] {
  return numbered('exercises').flatMap((unit) => foldersIn(`exercises/${unit}`).map((slug) => `${unit}/${slug}`));
}

/** Prompts, hints and explanations of all exercises. */
export function readExerciseTexts(): Pair[] {
  return listExerciseIds().flatMap((id) =>
    ['prompt', 'hints', 'explanation'].map((kind) =>
      readPair(`exercises/${id}/${kind}`, (locale) => `exercises/${id}/${kind}.${locale}.mdx`),
    ),
  );
}
