import { loadExercise } from '@/exercises/catalog';
import { gradeWithReference } from '@/grading/grade-with-reference';
import { inProcessRunner } from '@/grading/harness/in-process';
import { sampleMutants } from './mutants-of';

const [id = '', ...lines] = process.argv.slice(2);
const g = await loadExercise(id);
for (const m of sampleMutants(g, 60)) {
  if (!lines.includes(String(m.line))) continue;
  console.log(`line ${m.line}: ${m.operator}: ${m.from.slice(0, 50)} -> ${m.to.slice(0, 50)}`);
  for (const seed of [1, 2]) {
    const r = await gradeWithReference(g, m.source, seed, { runner: inProcessRunner, trusted: inProcessRunner });
    console.log(
      '   seed',
      seed,
      r.checks
        .filter((c) => c.outcome !== 'passed')
        .map((c) => `${c.id}:${c.outcome}:${c.diagnosis?.id ?? '-'}`)
        .join('  '),
    );
  }
}
process.exit(0);
