import type { Matrix } from '@/contracts/cohort';
import { cellAt, isPassed } from './cells';

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

export interface Arranged {
  columns: Column[];
  rows: (LearnerRow | TeamRow)[];
  learners: number;
}

const unitOf = (exercise: string): string => exercise.split('/')[0] ?? '';

/** Hangul and Latin alike, whatever their case and form. */
const foldedOf = (text: string): string => text.normalize('NFC').toLocaleLowerCase();

/** Rows and columns as they are shown. Equal rows stay in the order of names. */
export function arrange(matrix: Matrix, { query, team, unit, sort, grouped }: Arrangement, locale: string): Arranged {
  const shown = matrix.exercises.flatMap(({ id, due }, at) =>
    unit === null || unitOf(id) === unit ? [{ id, due, at }] : [],
  );
  const isDue = shown.map(({ due }) => due !== null && due <= matrix.now);
  const passedIn = shown.map(() => 0);
  const wanted = foldedOf(query.trim());
  const learners = matrix.learners.flatMap(({ id, name, team: place, active, cells }): LearnerRow[] => {
    const ownTeam = place === null ? null : (matrix.teams[place]?.id ?? null);
    if ((team !== null && ownTeam !== team) || !foldedOf(name).includes(wanted)) return [];
    let [passed, behind] = [0, 0];
    for (const [column, { at }] of shown.entries()) {
      if (isPassed(cellAt(cells, at).state)) {
        passed += 1;
        passedIn[column] = (passedIn[column] ?? 0) + 1;
      } else if (isDue[column]) behind += 1;
    }
    return [{ kind: 'learner', id, name, team: ownTeam, cells, passed, behind, active }];
  });
  learners.sort(comparing(sort, new Intl.Collator(locale)));
  return {
    columns: shown.map((column, at) => ({ ...column, passed: passedIn[at] ?? 0 })),
    rows: grouped ? byTeam(learners, matrix, shown.length) : learners,
    learners: learners.length,
  };
}

/** Most to worry about first, but names from the first letter. */
function comparing(sort: Sort, { compare }: Intl.Collator): (a: LearnerRow, b: LearnerRow) => number {
  const byName = (a: LearnerRow, b: LearnerRow) => compare(a.name, b.name);
  const by: Record<Sort, (a: LearnerRow, b: LearnerRow) => number> = {
    name: () => 0,
    passed: (a, b) => a.passed - b.passed,
    behind: (a, b) => b.behind - a.behind,
    active: (a, b) => Date.parse(a.active ?? '0001') - Date.parse(b.active ?? '0001'),
  };
  return (a, b) => by[sort](a, b) || byName(a, b);
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
