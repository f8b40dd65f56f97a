import { readFileSync } from 'node:fs';
import { BenchLearner } from './bench-learner';
import { type Measurement, measurement, percentile } from './measurement';
import { serveSite } from './site';

export const names = ['submit.verified', 'grader.throughput'];

const EXERCISE = '02-mlp/dense-forward';
/** Each stays within what one account may submit. */
const LEARNERS = 12;
const RATES = [1, 5, 10];
const SECONDS = 12;
/** Submissions without a pause, for the most that a grader does. */
const EACH = 6;

/** Submits at a steady rate, whether or not earlier verdicts are there. @returns times to the verdict, milliseconds */
async function submitAt(
  rate: number,
  learners: BenchLearner[],
  submission: Parameters<BenchLearner['submit']>[0],
): Promise<number[]> {
  const verdicts: Promise<number>[] = [];
  for (let at = 0; at < rate * SECONDS; at++) {
    verdicts.push((learners[at % learners.length] as BenchLearner).submit(submission));
    await new Promise((resolve) => setTimeout(resolve, 1000 / rate));
  }
  return Promise.all(verdicts);
}

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
    // The first one waits for the sandboxes and the routes to warm up.
    await (learners[0] as BenchLearner).submit(submission);
    const results: Measurement[] = [];
    for (const rate of RATES) {
      const times = await submitAt(rate, learners, submission);
      results.push(
        measurement(`submit.verified.p50@${rate}`, times, 'ms', `${EXERCISE}, ${rate} a second for ${SECONDS} s`),
        measurement(
          `submit.verified.p95@${rate}`,
          [percentile(times, 0.95)],
          'ms',
          `slowest twentieth of ${times.length}`,
        ),
      );
    }
    const busy = learners.slice(0, 5);
    const start = performance.now();
    await Promise.all(
      busy.map(async (learner) => {
        for (let run = 0; run < EACH; run++) await learner.submit(submission);
      }),
    );
    const seconds = (performance.now() - start) / 1000;
    const count = busy.length * EACH;
    return [
      ...results,
      measurement('grader.throughput', [count / seconds], 'per s', `${busy.length} learners without a pause`),
    ];
  } finally {
    await site.stop();
  }
}
