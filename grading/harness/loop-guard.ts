import type { Problem } from '../report';
import { estimateHeldBytes, holdsMoreThan } from './held-bytes';
import { problemOf } from './problems';

const MIB = 1024 * 1024;
/** What a learner's plain values may hold: less than the heap of a sandboxed process, much less than a browser's tab. */
const HELD_LIMIT_BYTES = 256 * MIB;
/** What may be added between two looks. */
const STEP_BYTES = 16 * MIB;
/** Growth below this is not worth a closer look. */
const SMALL_BYTES = MIB / 16;
const MAX_CREDIT = 2048;

/** Thrown in learner code that holds too much. */
export class MemoryExceeded extends RangeError {
  override name = 'MemoryExceeded';
}

/**
 * What guarded code calls (`grading/loop-guards.ts`) when the count at one place is used up: gives the next count.
 * `names` are those of `values`, with a space between.
 * @throws {MemoryExceeded} once too much is held, and from then on at every call.
 */
type LoopGuard = (site: number, line: number, column: number, names: string, ...values: unknown[]) => number;

let tellHost: (problem: Problem) => void = () => {};

/** Has `tell` called once when a module holds too much, before its own code can hide it. Set before learner code loads. */
export function onMemoryExceeded(tell: (problem: Problem) => void): void {
  tellHost = tell;
}

function sizeOf(value: unknown): number {
  try {
    return estimateHeldBytes(value);
  } catch {
    // A getter or a proxy of the learner's own.
    return 0;
  }
}

interface Site {
  bytes: number;
  credit: number;
}

/** The next count: as many turns as can add {@link STEP_BYTES}, one where the size doubles, more where nothing grows. */
function nextCredit({ bytes, credit }: Site, now: number): number {
  const most = Math.min(MAX_CREDIT, 2 * credit + 1);
  const grown = now - bytes;
  if (now < SMALL_BYTES || grown <= 0) return most;
  if (grown > bytes) return 0;
  return Math.min(most, Math.floor((STEP_BYTES * (credit + 1)) / grown));
}

/** The guard of one learner's module. */
export function createLoopGuard(limit = HELD_LIMIT_BYTES): LoopGuard {
  const sites: Site[] = [];
  let exceeded: MemoryExceeded | undefined;
  /** Estimates up to here were found to count the same things again and again. */
  let trusted = limit;

  return Object.freeze<LoopGuard>((site, line, column, names, ...values) => {
    if (exceeded) throw exceeded;
    const sizes = values.map(sizeOf);
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    const before = sites[site] ?? { bytes: 0, credit: 0 };
    const credit = nextCredit(before, bytes);
    sites[site] = { bytes, credit };
    if (bytes <= trusted) return credit;
    if (!holdsMoreThan(limit, values)) {
      trusted = 2 * bytes;
      return credit;
    }
    const largest = names.split(' ')[sizes.indexOf(Math.max(...sizes))];
    const problem = problemOf('out-of-memory', `\`${largest}\`: ${Math.round(Math.max(...sizes) / MIB)} MiB`, {
      line,
      column,
    });
    exceeded = new MemoryExceeded(problem.message.en);
    tellHost(problem);
    throw exceeded;
  });
}
