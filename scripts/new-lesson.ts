/**
 * Makes a lesson's folder from the template, in both languages, and lists it in its unit: a small lesson that passes every
 * check, to be changed piece by piece.
 *
 * Usage: npm run new:lesson -- UNIT/LESSON        (for example 04-optimization/05-schedules)
 */
import path from 'node:path';
import { makeLesson } from './new-lesson/make-lesson';

process.chdir(path.resolve(import.meta.dirname, '..'));
const [id = ''] = process.argv.slice(2);
try {
  const files = await makeLesson(id);
  console.log(
    `${files.join('\n')}\n\nNow: npm run dev, /ko/lessons/${id.replace('/', '.')}, and npm run check:content`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
