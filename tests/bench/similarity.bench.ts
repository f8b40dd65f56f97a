import { execFileSync } from 'node:child_process';
import * as z from 'zod';
import { type Measurement, measurement } from './measurement';

export const names = ['instructor.similarity300'];

const RUNS = 5;

const TimesSchema = z.object({
  hash: z.number(),
  compare: z.number(),
  gap: z.number(),
  pairs: z.number(),
  tokens: z.number(),
});

/** Comparing the submissions of 300 learners with each other: reading them, comparing them, and how long others wait meanwhile. */
export async function measure(): Promise<Measurement[]> {
  const runs = Array.from({ length: RUNS }, () => {
    const args = ['--conditions=react-server', '--import', 'tsx', 'tests/bench/similarity-times.ts', '300'];
    return TimesSchema.parse(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })));
  });
  const note = `${runs[0]?.tokens} tokens each, ${runs[0]?.pairs} pairs alike`;
  return [
    measurement(
      'instructor.similarity300',
      runs.map(({ hash, compare }) => hash + compare),
      'ms',
      note,
    ),
    measurement(
      'instructor.similarity300.gap',
      runs.map(({ gap }) => gap),
      'ms',
      'longest that the event loop is held while comparing',
    ),
  ];
}
