import * as z from 'zod';
import type { CheckResult } from '@/grading/report';
import { decodeTensor } from '@/grading/tensor-data';

const ErrorSchema = z.object({ error: z.number(), check: z.string(), label: z.string() });
type LargestError = z.infer<typeof ErrorSchema>;

/** `docs/studies/tolerance.json` by exercise. Errors are in tolerances; null where no tensor was compared. */
export const ToleranceResultSchema = z.object({
  hash: z.string(),
  device: z.string(),
  /** Right answers, the reference among them, and of them those that do not pass every check on that device. */
  answers: z.number(),
  failing: z.array(z.string()),
  reference: ErrorSchema.nullable(),
  /** Of the reference on the CPU, when the last bit of every fraction passed in is changed: the conditioning of what is asked. */
  conditioning: ErrorSchema.nullable(),
  /** On the check that the mistake must fail. */
  mistakes: z.record(z.string(), z.number().nullable()),
});
export type ToleranceResult = z.infer<typeof ToleranceResultSchema>;

/** What a shape that differs, a NaN or an infinity counts. */
const BEYOND = 1e9;

/**
 * Largest |actual − expected| / (atol + rtol·|expected|) over the tensors of some checks, to three digits.
 *
 * @param exact whether those count that must be equal bit for bit.
 */
export function largestError(checks: readonly CheckResult[], exact = true): LargestError | null {
  let largest: LargestError | null = null;
  for (const { id, tensors = [] } of checks) {
    for (const { label, actual, expected, atol, rtol, maxError } of tensors) {
      if (!actual || !expected || (!exact && atol === 0 && rtol === 0)) continue;
      const error = maxError === null ? BEYOND : errorInTolerances(actual, expected, { atol, rtol });
      if (largest === null || error > largest.error) largest = { error, check: id, label };
    }
  }
  return largest && { ...largest, error: Number(largest.error.toPrecision(3)) };
}

type Encoded = Parameters<typeof decodeTensor>[0];

function errorInTolerances(actual: Encoded, expected: Encoded, { atol, rtol }: { atol: number; rtol: number }): number {
  const due = decodeTensor(expected).values;
  let largest = 0;
  decodeTensor(actual).values.forEach((value, i) => {
    const target = due[i] as number;
    // Zeros of either sign are equal, and so are two NaN.
    if (value === target || Object.is(value, target)) return;
    const error = Math.abs(value - target) / (atol + rtol * Math.abs(target));
    largest = Math.max(largest, Number.isFinite(error) ? error : BEYOND);
  });
  return Math.min(BEYOND, largest);
}

/** Whether a page graded on WebGPU, and not on what it falls back to. */
export const wasOnGpu = ({ device }: Pick<ToleranceResult, 'device'>): boolean => !['cpu', 'webgl'].includes(device);

/** What a reference may use up of its tolerance on a GPU, and the last bit of its inputs on the CPU. */
const ROOM = { reference: 0.5, conditioning: 0.75 };

/** Where a tolerance would fail what is right, or pass what is wrong. */
export function toleranceProblems({ failing, reference, conditioning, mistakes }: ToleranceResult): string[] {
  const tooNear = (what: keyof typeof ROOM, of: LargestError | null) =>
    of && of.error > ROOM[what] ? [`${what}: ${of.label} of ${of.check} is ${of.error} of its tolerance`] : [];
  return [
    ...failing.map((name) => `${name} does not pass on a GPU`),
    ...tooNear('reference', reference),
    ...tooNear('conditioning', conditioning),
    ...Object.entries(mistakes)
      .filter(([, error]) => error !== null && error < 10)
      .map(([name, error]) => `mistakes/${name} is only ${error} tolerances off`),
  ];
}

const ROW = 16;
const LEFT = 250;
const WIDTH = 520;
/** Powers of ten from the left to the right edge. */
const [LOW, HIGH] = [-6, 9];

const x = (error: number) => {
  const power = Math.log10(Math.max(10 ** LOW, Math.min(10 ** HIGH, error)));
  return +(LEFT + ((power - LOW) / (HIGH - LOW)) * WIDTH).toFixed(1);
};

/** References as dots, conditioning as rings, mistakes as strokes, an exercise to a row, on a logarithmic scale; the line at 1 is the tolerance. */
export function drawTolerance(results: Readonly<Record<string, ToleranceResult>>): string {
  const ids = Object.keys(results).sort();
  const height = 40 + ROW * ids.length;
  const ticks = Array.from({ length: HIGH - LOW + 1 }, (_, i) => LOW + i).filter((power) => power % 3 === 0);
  const rows = ids.map((id, row) => {
    const { reference, conditioning, mistakes } = results[id] as ToleranceResult;
    const y = 34 + ROW * row;
    const strokes = Object.values(mistakes).flatMap((error) =>
      error === null ? [] : [`<path d="M${x(error)} ${y - 4}v8" stroke="#b0470a" stroke-width="1.5"/>`],
    );
    const dot = reference ? `<circle cx="${x(reference.error)}" cy="${y}" r="3.5" fill="#0062a0"/>` : '';
    const ring = conditioning
      ? `<circle cx="${x(conditioning.error)}" cy="${y}" r="3.5" fill="none" stroke="#1d1b19"/>`
      : '';
    return `<text x="${LEFT - 12}" y="${y + 4}" text-anchor="end">${id}</text>${strokes.join('')}${ring}${dot}`;
  });
  const scale = ticks.map(
    (power) =>
      `<path d="M${x(10 ** power)} 22V${height - 8}" stroke="${power === 0 ? '#1d1b19' : '#ded8cc'}"/>` +
      `<text x="${x(10 ** power)}" y="14" text-anchor="middle">${power === 0 ? 'tolerance' : `10^${power}`}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + WIDTH + 30} ${height}" font-family="sans-serif" font-size="11" fill="#1d1b19"><title>Errors in tolerances: references on WebGPU (dots), the last bit of the inputs (rings), known mistakes (strokes)</title><rect width="100%" height="100%" fill="#fdfcf9"/>${scale.join('')}${rows.join('')}</svg>\n`;
}
