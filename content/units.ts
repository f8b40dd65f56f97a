import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { LessonRef, Unit } from './unit';

const folder = path.join(process.cwd(), 'content');

/** The units of the course in reading order: every `NN-…` folder of `content/`. */
export async function listUnits(): Promise<Unit[]> {
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d\d-/.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  return Promise.all(folders.map(loadUnit));
}

async function loadUnit(id: string): Promise<Unit> {
  const { unit }: { unit: Unit } = await import(`./${id}/unit.ts`);
  if (unit.id !== id) throw new Error(`content/${id}/unit.ts: its id must be ${id}, is ${unit.id}`);
  return unit;
}

/** The lessons of a unit in reading order. */
export function lessonsOf(unit: Unit): LessonRef[] {
  return unit.lessons.map((name, index) => ({
    id: `${unit.id}.${name}`,
    unit,
    folder: name,
    number: index + 1,
  }));
}

/** Every lesson of the course in reading order. */
export async function listLessons(): Promise<LessonRef[]> {
  return (await listUnits()).flatMap(lessonsOf);
}
