import { GRADE_LETTERS, type GradeMark } from '@/contracts/gradebook';

const MARKS: Record<GradeMark, { style: string; sign: string }> = {
  none: { style: 'text-muted', sign: '·' },
  zero: { style: 'border border-fail text-fail', sign: '' },
  extended: { style: 'border border-dashed border-edge text-muted', sign: '→' },
  submitted: { style: 'text-ink', sign: '' },
  late: { style: 'border border-warn bg-warn-soft text-warn', sign: '˙' },
  overridden: { style: 'border border-dashed border-edge text-ink', sign: '✎' },
};

const BY_LETTER = new Map(Object.entries(GRADE_LETTERS).map(([mark, letter]) => [letter as string, mark as GradeMark]));

export const markAt = (marks: string, at: number): GradeMark => BY_LETTER.get(marks[at] ?? '') ?? 'none';

/** Points of one cell as they look: no two kinds differ by colour alone. */
export function GradeCell({ mark, points }: { mark: GradeMark; points: number }) {
  const { style, sign } = MARKS[mark];
  return (
    <span
      aria-hidden
      className={`inline-flex h-7 min-w-12 items-center justify-center rounded-sm px-1 text-xs tabular-nums ${style}`}
    >
      {mark === 'none' || mark === 'extended' ? sign : `${sign}${points}`}
    </span>
  );
}
