import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import type { Job, Runner, RunOutcome } from '../task';
import { registerCopyKernels } from './copy-kernels';
import { registerGradients } from './node-gradients';
import { observe } from './observe';

registerGradients();
registerCopyKernels(tf);
// Otherwise the library advises, on stderr, to install its native backend.
tf.env().set('PROD', true);

/** Runs share the library's one engine, so they wait for each other. */
let last: Promise<unknown> = Promise.resolve();

async function runNow(job: Job, on?: Parameters<Runner['run']>[2]): Promise<RunOutcome> {
  await tf.setBackend('cpu');
  const outcome: RunOutcome = {
    device: { backend: 'cpu' },
    observations: [],
    console: { lines: [], truncated: false },
  };
  let running = '';
  await observe(tf, job, (event) => {
    if (event.type === 'started') running = event.task;
    if (event.type === 'point') on?.point?.(running, event.at, event.value);
    if (event.type === 'observation') {
      outcome.observations.push(event.observation);
      on?.observation?.(event.observation);
    }
    if (event.type === 'console') outcome.console.lines.push(event.line);
    if (event.type === 'truncated') outcome.console.truncated = true;
    if (event.type === 'problem') outcome.problem = event.problem;
  });
  return outcome;
}

/**
 * Runs trusted code (references, answers and mistakes of our own exercises) in this very process, on the CPU backend.
 * Nothing contains it and no limit stops it: never hand it a learner's source.
 */
export const inProcessRunner: Runner = {
  run(job, _limits, on) {
    const result = last.then(() => runNow(job, on));
    last = result.catch(() => {});
    return result;
  },
};
