import { type CellState, MOST_ATTEMPTS } from '@/contracts/cohort';

const MARKS: Record<CellState, { style: string; sign: string }> = {
  none: { style: 'text-muted', sign: '·' },
  trying: { style: 'border border-edge text-ink', sign: '' },
  passed: { style: 'bg-pass-soft text-pass', sign: '✓' },
  late: { style: 'border border-pass bg-pass-soft text-pass', sign: '✓˙' },
  'after-solution': { style: 'bg-warn-soft text-warn', sign: '(✓)' },
  'overridden-passed': { style: 'border border-dashed border-pass bg-pass-soft text-pass', sign: '✎✓' },
  'overridden-open': { style: 'border border-dashed border-edge text-ink', sign: '✎–' },
};

/** A cell as it looks: no two states differ by colour alone. While trying, the number of attempts. */
export function CellMark({ state, attempts }: { state: CellState; attempts: number }) {
  const { style, sign } = MARKS[state];
  return (
    <span
      aria-hidden
      className={`inline-flex size-7 items-center justify-center rounded-sm text-xs tabular-nums ${style}`}
    >
      {state === 'trying' ? (attempts < MOST_ATTEMPTS ? attempts : `${MOST_ATTEMPTS}+`) : sign}
    </span>
  );
}
