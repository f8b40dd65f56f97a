/**
 * Times the pure part of alike work, without a database: LEARNERS texts of three right answers each (of sixty, so that many pairs
 * share one), which is longer than most exercises are. Prints milliseconds as JSON; `gap` is the longest that the event loop was held.
 *
 * Usage: node --conditions=react-server --import tsx tests/bench/similarity-times.ts LEARNERS
 */
import { listExerciseIds, readModules } from '@/exercises/folder';
import { mulberry32 } from '@/grading/random';
import { compareAll } from '@/server/similarity/cohort';
import { hashSource } from '@/server/similarity/compare';

const learners = Number(process.argv[2]);
const random = mulberry32(300);

const answers: string[] = [];
for (const id of await listExerciseIds()) answers.push(...(await readModules(id, 'answers')).values());
const pool = answers.slice(0, 60).map((source) => source.replace(/^import [^;]*;/gm, '').replaceAll('export ', ''));
const sources = Array.from({ length: learners }, () =>
  Array.from({ length: 3 }, () => `{\n${pool[Math.floor(random() * pool.length)]}\n}`).join('\n'),
);

for (const source of sources.slice(0, 20)) hashSource(source);
const start = performance.now();
const texts = sources.map(hashSource);
const hashed = performance.now();
let [last, gap] = [hashed, 0];
const watch = setInterval(() => {
  gap = Math.max(gap, performance.now() - last);
  last = performance.now();
}, 1);
const { pairs } = await compareAll(texts, [], hashSource(''));
const compared = performance.now();
clearInterval(watch);
const tokens = texts.reduce((sum, { codes }) => sum + codes.length, 0) / texts.length;
console.log(
  JSON.stringify({
    hash: hashed - start,
    compare: compared - hashed,
    gap,
    pairs: pairs.length,
    tokens: Math.round(tokens),
  }),
);
