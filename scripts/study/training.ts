/**
 * Trains the references of the nets from many starts, whole and without each of their parts, on the CPU backend. Writes
 * docs/studies/training.json after each start, for nets whose folder changed; what was there of this folder goes on.
 *
 * Usage: nice -n 10 npm run study:training [-- SEEDS]   (default: 50 starts of each)
 */
import '@tensorflow/tfjs-backend-cpu';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { folderOf } from '@/exercises/folder';
import { registerCopyKernels } from '@/grading/harness/copy-kernels';
import { registerGradients } from '@/grading/harness/node-gradients';
import { ablationsOf, JUDGED, NETS, STANDARD } from '@/grading/training/presets';
import {
  accuracyOn,
  disposeState,
  imagesToJudgeBy,
  imagesToLearnFrom,
  type NetFunctions,
  readScalar,
  type Switches,
  startTraining,
  trainStep,
} from '@/grading/training/trainer';
import { readResults, type TrainingResult, TrainingResultSchema, trainingHash, writeResults } from './results';

registerGradients();
registerCopyKernels(tf);
tf.env().set('PROD', true);
await tf.setBackend('cpu');

const seeds = Number(process.argv[2] ?? 50);
const learned = imagesToLearnFrom(STANDARD.images);
const judged = imagesToJudgeBy(JUDGED);

const round = (value: number) => Number(value.toPrecision(4));

function train(net: NetFunctions, seed: number, switches: Switches): { losses: number[]; accuracy: number } {
  let state = startTraining(net, seed, switches);
  const losses: number[] = [];
  for (let step = 0; step < STANDARD.steps; step++) {
    const next = trainStep(net, state, learned, { ...STANDARD, switches });
    state = next.state;
    losses.push(round(readScalar(next.result.loss)));
    tf.dispose([next.result.loss, next.result.accuracy]);
  }
  const share = accuracyOn(net, state.net, judged, switches);
  const accuracy = round(readScalar(share));
  share.dispose();
  disposeState(state);
  return { losses, accuracy };
}

const results = readResults('training', TrainingResultSchema);
for (const id of Object.keys(results)) if (!(id in NETS)) delete results[id];
const nets = await Promise.all(
  Object.entries(NETS).map(async ([id, switches]) => {
    const url = pathToFileURL(join(folderOf(id), 'reference.ts')).href;
    const hash = trainingHash(id);
    const known = results[id]?.hash === hash ? results[id] : undefined;
    const empty = { hash, ...STANDARD, judged: JUDGED, runs: {} } satisfies TrainingResult;
    results[id] = known ?? empty;
    return { id, switches, net: (await import(url)) as NetFunctions };
  }),
);
for (let seed = 1; seed <= seeds; seed++) {
  for (const { id, switches, net } of nets) {
    const { runs } = results[id] as TrainingResult;
    for (const ablation of ablationsOf(switches)) {
      const all = runs[ablation.name] ?? [];
      runs[ablation.name] = all;
      if (all.length >= seed) continue;
      const run = train(net, seed, ablation.switches);
      all.push({ seed, ...run });
      await writeResults('training', results);
      console.log(`${id} ${ablation.name}, start ${seed}: ${run.losses.at(-1)}, ${run.accuracy}`);
    }
  }
}
