import type { Matrix } from '@/contracts/cohort';
import { isPassedAt } from './cells';

export const SORTS = ['name', 'passed', 'behind', 'active'] as const;
export type Sort = (typeof SORTS)[number];

/** What is looked at, and how. It stands in the address. */
export interface Arrangement {
  /** Anywhere in a name. */
  query: string;
  /** Of one team only. */
  team: string | null;
  /** Of one unit only: its folder. */
  unit: string | null;
  sort: Sort;
  /** Teams one after the other. */
  grouped: boolean;
}

export interface LearnerRow {
  kind: 'learner';
  id: string;
  name: string;
  team: string | null;
  cells: string;
  /** Of the shown exercises. */
  passed: number;
  /** Shown exercises that are due and not passed. */
  behind: number;
  /** Shown exercises that are passed before they are due. */
  ahead: number;
  active: string | null;
}

export interface TeamRow {
  kind: 'team';
  /** Null: those without a team. */
  id: string | null;
  name: string | null;
  members: number;
  /** Share of all their cells that are passed. */
  share: number;
}

export interface Column {
  id: string;
  /** In the learner's cells. */
  at: number;
  due: string | null;
  /** Of the shown learners. */
  passed: number;
}

/** Columns of one unit, side by side. */
export interface Band {
  unit: string;
  columns: number;
  /** Share of the shown learners' cells in it that are passed. */
  share: number;
}

export interface Arranged {
  columns: Column[];
  bands: Band[];
  rows: (LearnerRow | TeamRow)[];
  learners: number;
}

export const unitOf = (exercise: string): string => exercise.split('/')[0] ?? '';

/** Hangul and Latin alike, whatever their case and form. */
export const foldedOf = (text: string): string => text.normalize('NFC').toLocaleLowerCase();

/** The same matrix with its learners by name, as the reader's language has it. */
export function sortByName(matrix: Matrix, locale: string): Matrix {
  const { compare } = new Intl.Collator(locale);
  return { ...matrix, learners: matrix.learners.toSorted((a, b) => compare(a.name, b.name)) };
}

/** Rows and columns as they are shown, of a matrix {@link sortByName sorted by name}. Equal rows stay in that order. */
export function arrange(matrix: Matrix, { query, team, unit, sort, grouped }: Arrangement): Arranged {
  const shown = matrix.exercises.flatMap(({ id, due }, at) =>
    unit === null || unitOf(id) === unit ? [{ id, due, at }] : [],
  );
  const isDue = shown.map(({ due }) => (due === null ? null : due <= matrix.now));
  const extended = extensionsOf(matrix);
  const passedIn = shown.map(() => 0);
  const wanted = foldedOf(query.trim());
  const learners = matrix.learners.flatMap(({ id, name, team: place, active, cells }): LearnerRow[] => {
    const ownTeam = place === null ? null : (matrix.teams[place]?.id ?? null);
    if ((team !== null && ownTeam !== team) || !foldedOf(name).includes(wanted)) return [];
    let [passed, behind, ahead] = [0, 0, 0];
    const later = extended.get(id);
    for (const [column, { id: exercise, at }] of shown.entries()) {
      const due = later?.get(exercise);
      const isDueNow = due === undefined ? isDue[column] : due <= matrix.now;
      if (isPassedAt(cells, at)) {
        passed += 1;
        passedIn[column] = (passedIn[column] ?? 0) + 1;
        if (isDueNow === false) ahead += 1;
      } else if (isDueNow) behind += 1;
    }
    return [{ kind: 'learner', id, name, team: ownTeam, cells, passed, behind, ahead, active }];
  });
  learners.sort(COMPARE[sort]);
  const columns = shown.map((column, at) => ({ ...column, passed: passedIn[at] ?? 0 }));
  return {
    columns,
    bands: bandsOf(columns, learners.length),
    rows: grouped ? byTeam(learners, matrix, shown.length) : learners,
    learners: learners.length,
  };
}

/** Later due dates by learner and exercise. */
export function extensionsOf({ extensions }: Pick<Matrix, 'extensions'>): Map<string, Map<string, string>> {
  const extended = new Map<string, Map<string, string>>();
  for (const { learner, exercise, due } of extensions) {
    extended.set(learner, (extended.get(learner) ?? new Map()).set(exercise, due));
  }
  return extended;
}

/** Most to worry about first; by name they are already. */
const COMPARE: Record<Sort, (a: LearnerRow, b: LearnerRow) => number> = {
  name: () => 0,
  passed: (a, b) => a.passed - b.passed,
  behind: (a, b) => b.behind - a.behind,
  active: (a, b) => Date.parse(a.active ?? '0001') - Date.parse(b.active ?? '0001'),
};

function bandsOf(columns: readonly Column[], learners: number): Band[] {
  const units = new Map<string, Column[]>();
  for (const column of columns) units.set(unitOf(column.id), [...(units.get(unitOf(column.id)) ?? []), column]);
  return [...units].map(([unit, own]) => ({
    unit,
    columns: own.length,
    share: own.reduce((sum, { passed }) => sum + passed, 0) / Math.max(1, own.length * learners),
  }));
}

function byTeam(learners: readonly LearnerRow[], { teams }: Matrix, columns: number): (LearnerRow | TeamRow)[] {
  const members = new Map<string | null, LearnerRow[]>(teams.map(({ id }) => [id, []]));
  members.set(null, []);
  for (const learner of learners) members.get(learner.team)?.push(learner);
  return [...members].flatMap(([id, own]) => {
    if (own.length === 0) return [];
    const passed = own.reduce((sum, learner) => sum + learner.passed, 0);
    const name = teams.find((team) => team.id === id)?.name ?? null;
    return [{ kind: 'team', id, name, members: own.length, share: passed / Math.max(1, own.length * columns) }, ...own];
  });
}
