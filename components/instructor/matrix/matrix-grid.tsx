import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import type { Arranged } from './arrange';
import { CellGrid, type Place } from './cell-grid';
import { MatrixHeader } from './matrix-header';
import { LearnerCells, TeamCells } from './matrix-row';
import type { Titles } from './titles';

interface Props {
  cohort: string;
  arranged: Arranged;
  titles: Titles;
  /** What a cell says, by how it is written. */
  textOf: (code: string) => string;
  now: string;
  place: Place | null;
  onPlace: (place: Place) => void;
  onOpen: (place: Place, how: 'key' | 'click') => void;
  ref: Ref<HTMLTableElement>;
}

/** The matrix as a {@link CellGrid}. */
export function MatrixGrid({ cohort, arranged, titles, textOf, now, ...grid }: Props) {
  const { rows, columns } = arranged;
  const t = useTranslations('instructor.matrix');
  return (
    <CellGrid
      {...{ rows, columns, ...grid }}
      label={t('grid')}
      width={36}
      head={<MatrixHeader {...{ cohort, arranged, titles, now }} />}
    >
      {(row, at) =>
        row.kind === 'team' ? (
          <TeamCells row={row} columns={columns.length} />
        ) : (
          <LearnerCells {...{ cohort, row, columns, textOf, ...at }} />
        )
      }
    </CellGrid>
  );
}
