import { createHash } from 'node:crypto';
import { type ReferenceCurves, ReferenceCurvesSchema } from '@/contracts/training';
import { readResults, TrainingResultSchema, trainingHash } from './results';

const byValue = (a: number, b: number) => a - b;

/** Least, middle and largest of each step. */
function bandOf(runs: readonly { losses: readonly number[] }[]): ReferenceCurves['bands'][string] {
  const steps = Math.min(...runs.map(({ losses }) => losses.length));
  const at = (pick: (sorted: number[]) => number | undefined) =>
    Array.from(
      { length: steps },
      (_, step) => pick(runs.map(({ losses }) => losses[step] as number).sort(byValue)) ?? 0,
    );
  return {
    seeds: runs.length,
    low: at((sorted) => sorted[0]),
    middle: at((sorted) => sorted[Math.floor(sorted.length / 2)]),
    high: at((sorted) => sorted.at(-1)),
  };
}

/** How the references of a net trained in the study, as the page draws it; undefined where the study knows another net. */
export function referenceCurves(id: string): { hash: string; curves: ReferenceCurves } | undefined {
  const result = readResults('training', TrainingResultSchema)[id];
  if (result?.hash !== trainingHash(id)) return undefined;
  const bands = Object.fromEntries(
    Object.entries(result.runs).flatMap(([name, runs]) => (runs.length > 0 ? [[name, bandOf(runs)] as const] : [])),
  );
  const curves = ReferenceCurvesSchema.parse({ batch: result.batch, lr: result.lr, bands });
  const hash = createHash('sha256').update(JSON.stringify(curves)).digest('hex').slice(0, 16);
  return { hash, curves };
}
