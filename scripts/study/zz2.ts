import { loadExercise } from '@/exercises/catalog';
import { gradeWithReference } from '@/grading/grade-with-reference';
import { inProcessRunner } from '@/grading/harness/in-process';
import { decodeTensor } from '@/grading/tensor-data';
import { sampleMutants } from './mutants-of';

const [id = '', line, checkId] = process.argv.slice(2);
const g = await loadExercise(id);
for (const m of sampleMutants(g, 60)) {
  if (line !== String(m.line)) continue;
  console.log(`line ${m.line}: ${m.operator}: ${m.from.slice(0, 50)} -> ${m.to.slice(0, 50)}`);
  for (const seed of [1, 2]) {
    const r = await gradeWithReference(g, m.source, seed, { runner: inProcessRunner, trusted: inProcessRunner });
    for (const c of r.checks.filter((c) => c.id === checkId)) {
      console.log(seed, c.outcome, c.diagnosis?.id);
      for (const t of c.tensors ?? [])
        console.log(
          t.label,
          t.actual &&
            [...decodeTensor(t.actual).values]
              .slice(0, 12)
              .map((v) => v.toPrecision(3))
              .join(' '),
          '|',
          t.expected &&
            [...decodeTensor(t.expected).values]
              .slice(0, 12)
              .map((v) => v.toPrecision(3))
              .join(' '),
        );
    }
  }
  break;
}
process.exit(0);
