import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/site/page-link';
import { exercisePath } from '../paths';
import type { Arranged } from './arrange';
import type { Titles } from './titles';

interface Props {
  cohort: string;
  arranged: Arranged;
  titles: Titles;
  now: string;
}

const percent = (share: number) => Math.round(100 * share);

/** Units over their exercises, each with how much of it is passed. What is due already is bold. */
export function MatrixHeader({ cohort, arranged: { columns, bands, learners }, titles, now }: Props) {
  const t = useTranslations('instructor.matrix');
  return (
    <thead className="sticky top-0 z-20">
      <tr aria-rowindex={1}>
        <th
          scope="col"
          rowSpan={2}
          className="sticky left-0 z-10 w-(--names) min-w-(--names) border-b border-edge bg-surface px-3 pb-2 text-left align-bottom text-sm font-semibold"
        >
          {t('learner')}
        </th>
        {bands.map(({ unit, columns: count, share }) => {
          const title = titles.units.get(unit) ?? unit;
          return (
            <th
              key={unit}
              scope="colgroup"
              colSpan={count}
              title={title}
              aria-label={t('column', { title, share: percent(share) })}
              className="max-w-0 border-l border-edge bg-surface px-1 py-1 text-left text-xs font-semibold"
            >
              <span aria-hidden className="flex justify-between gap-2">
                <span className="truncate">{title}</span>
                {count > 2 && <span className="font-normal text-muted tabular-nums">{percent(share)}%</span>}
              </span>
            </th>
          );
        })}
      </tr>
      <tr aria-rowindex={2}>
        {columns.map(({ id, due, passed }, column) => {
          const title = titles.exercises.get(id) ?? id;
          const share = percent(passed / Math.max(1, learners));
          return (
            <th
              key={id}
              scope="col"
              title={title}
              aria-colindex={column + 2}
              aria-label={t('column', { title, share })}
              className={`w-9 min-w-9 border-b border-edge bg-surface pb-1 align-bottom text-xs ${due !== null && due <= now ? 'font-semibold' : 'font-normal text-muted'}`}
            >
              <span aria-hidden className="flex flex-col items-center gap-1">
                <PageLink
                  href={exercisePath(cohort, id)}
                  tabIndex={-1}
                  className="h-28 truncate text-inherit no-underline [writing-mode:sideways-lr] hover:underline"
                >
                  {title}
                </PageLink>
                <span className="tabular-nums">{share}%</span>
              </span>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
