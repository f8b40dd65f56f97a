/** One figure of `npm run bench`: the median over `runs`, with the spread. */
export interface Measurement {
  name: string;
  value: number;
  unit: string;
  runs: number;
  min: number;
  max: number;
  note: string;
}

/** Middle of the sorted samples. */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** The value below which a share `p` of the samples lies. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}

export function measurement(name: string, samples: readonly number[], unit: string, note = ''): Measurement {
  const round = (value: number) => Number(value.toPrecision(4));
  return {
    name,
    value: round(median(samples)),
    unit,
    runs: samples.length,
    min: round(Math.min(...samples)),
    max: round(Math.max(...samples)),
    note,
  };
}
