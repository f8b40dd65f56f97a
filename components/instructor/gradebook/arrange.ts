import type { Gradebook, Scope } from '@/contracts/gradebook';
import { foldedOf, unitOf } from '../matrix/arrange';

export const SORTS = ['name', 'lowest', 'highest'] as const;
export type Sort = (typeof SORTS)[number];

/** What is looked at, and how. It stands in the address. */
export interface View {
  /** Anywhere in a name. */
  query: string;
  /** Of one team only. */
  team: string | null;
  /** Exercises of one unit only: its folder. Totals stay those of all. */
  unit: string | null;
  sort: Sort;
  scope: Scope;
}

export interface GradeRow {
  kind: 'learner';
  id: string;
  name: string;
  /** Over what is asked for; null where nothing counts. */
  total: number | null;
  points: readonly number[];
  marks: string;
}

export interface GradeColumn {
  id: string;
  /** In a learner's points and marks. */
  at: number;
  due: string | null;
  outOf: number;
  weight: number;
  /** Mean points of the shown learners. */
  mean: number;
}

/** Columns of one unit, side by side. */
export interface Band {
  unit: string;
  columns: number;
}

export interface Arranged {
  columns: GradeColumn[];
  bands: Band[];
  rows: GradeRow[];
  /** Mean total of the shown learners who have one. */
  mean: number | null;
}

/** Rows and columns as they are shown; equal rows are by name, in the reader's language. */
export function arrange(book: Gradebook, { query, team, unit, sort, scope }: View, locale: string): Arranged {
  const wanted = foldedOf(query.trim());
  const place = team === null ? null : book.teams.findIndex(({ id }) => id === team);
  const { compare } = new Intl.Collator(locale);
  const rows = book.learners
    .filter((learner) => (place === null || learner.team === place) && foldedOf(learner.name).includes(wanted))
    .map(
      ({ id, name, points, marks, soFar, all }): GradeRow => ({
        ...{ kind: 'learner', id, name, points, marks },
        total: scope === 'all' ? all : soFar,
      }),
    )
    .sort((a, b) => compare(a.name, b.name));
  // Who has no total comes last, however it is sorted.
  if (sort === 'lowest') rows.sort((a, b) => (a.total ?? 2) - (b.total ?? 2));
  if (sort === 'highest') rows.sort((a, b) => (b.total ?? -1) - (a.total ?? -1));
  const columns = book.exercises.flatMap(({ id, ...exercise }, at): GradeColumn[] =>
    unit === null || unitOf(id) === unit
      ? [{ id, at, ...exercise, mean: meanOf(rows.map(({ points }) => points[at] ?? 0)) ?? 0 }]
      : [],
  );
  const bands: Band[] = [];
  for (const { id } of columns) {
    const last = bands.at(-1);
    if (last?.unit === unitOf(id)) last.columns += 1;
    else bands.push({ unit: unitOf(id), columns: 1 });
  }
  return { columns, bands, rows, mean: meanOf(rows.flatMap(({ total }) => total ?? [])) };
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
