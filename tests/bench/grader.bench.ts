import { readFileSync } from 'node:fs';
import { BenchLearner } from './bench-learner';
import { type Measurement, measurement, percentile } from './measurement';
import { serveSite } from './site';

export const names = ['submit.verified', 'grader.throughput'];

const EXERCISE = '02-mlp/dense-forward';
const LEARNERS = 5;
const ALONE = 16;
const EACH = 6;

/**
 * From handing in a right answer until its verdict is heard, through the site as it runs: HTTP, database, queue, sandbox,
 * reference, event stream. The learners are members, so that no lane for guests holds them back.
 */
export async function measure(): Promise<Measurement[]> {
  const site = await serveSite();
  try {
    const submission = { exercise: EXERCISE, source: readFileSync(`exercises/${EXERCISE}/reference.ts`, 'utf8') };
    const learners: BenchLearner[] = [];
    for (let at = 0; at < LEARNERS; at++) learners.push(await BenchLearner.join(site.url));
    const [first] = learners as [BenchLearner];
    // The first one waits for the sandboxes and the routes to warm up.
    await first.submit(submission);
    const alone: number[] = [];
    for (let run = 0; run < ALONE; run++) {
      // At idle the pool has its warm processes again.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      alone.push(await first.submit(submission));
    }
    const together: number[] = [];
    const start = performance.now();
    await Promise.all(
      learners.map(async (learner) => {
        for (let run = 0; run < EACH; run++) together.push(await learner.submit(submission));
      }),
    );
    const seconds = (performance.now() - start) / 1000;
    const p95 = (samples: number[]) => [percentile(samples, 0.95)];
    return [
      measurement('submit.verified.p50@1', alone, 'ms', `${EXERCISE}, one learner, the grader idle`),
      measurement('submit.verified.p95@1', p95(alone), 'ms', `the slowest twentieth of ${ALONE}`),
      measurement('submit.verified.p50@5', together, 'ms', `${LEARNERS} learners without a pause`),
      measurement('submit.verified.p95@5', p95(together), 'ms', `the slowest twentieth of ${together.length}`),
      measurement('grader.throughput', [together.length / seconds], 'per s', 'the same, verified submissions'),
    ];
  } finally {
    await site.stop();
  }
}
