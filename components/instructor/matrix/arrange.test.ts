import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CELL_LETTERS, type CellState, type Matrix } from '@/contracts/cohort';
import { type Arrangement, arrange, SORTS, sortByName } from './arrange';
import { codeAt, isPassed, readCode } from './cells';

const ALL: Arrangement = { query: '', team: null, unit: null, sort: 'name', grouped: false };

const matrix: Matrix = {
  cohort: { id: 'c', name: 'Cohort', timeZone: 'Asia/Seoul' },
  now: '2026-11-20T00:00:00.000Z',
  exercises: [
    { id: '01-linear-regression/linear-mse', due: '2026-11-10T00:00:00.000Z' },
    { id: '02-mlp/dense-forward', due: '2026-11-30T00:00:00.000Z' },
    { id: '02-mlp/softmax', due: null },
  ],
  extensions: [],
  teams: [
    { id: 'g', name: '경사' },
    { id: 'b', name: 'Backprop' },
  ],
  learners: [
    { id: '1', name: '박하늘', team: 0, active: '2026-11-19T00:00:00.000Z', cells: 't31xvp11xv.0000' },
    { id: '2', name: 'Ada', team: 1, active: null, cells: '.0000.0000.0000' },
    { id: '3', name: '김서연', team: 0, active: '2026-11-12T00:00:00.000Z', cells: 'l91xvp21xvs11xv' },
    { id: '4', name: '이도윤', team: null, active: '2026-11-18T00:00:00.000Z', cells: 'p11xvtz1xv.0000' },
  ],
};

const idsOf = (arrangement: Partial<Arrangement>, locale = 'ko') =>
  arrange(sortByName(matrix, locale), { ...ALL, ...arrangement }).rows.map(({ id }) => id);

test('a cell has a state, attempts up to 35, and a day', () => {
  const { cells } = matrix.learners[3] ?? { cells: '' };
  expect(readCode(codeAt(cells, 0))).toEqual({ state: 'passed', attempts: 1, day: new Date('2026-11-20T00:00:00Z') });
  expect(readCode(codeAt(cells, 1))).toMatchObject({ state: 'trying', attempts: 35 });
  expect(readCode(codeAt(cells, 2))).toEqual({ state: 'none', attempts: 0, day: null });
  expect(readCode(codeAt(cells, 3))).toEqual({ state: 'none', attempts: 0, day: null });
});

test('pace is counted against what is due by the server’s clock', () => {
  const { rows } = arrange(matrix, ALL);
  const pace = rows.map((row) => [row.id, row.kind === 'learner' && [row.passed, row.behind, row.ahead]]);
  expect(Object.fromEntries(pace)).toEqual({ 1: [1, 1, 1], 2: [0, 1, 0], 3: [3, 0, 1], 4: [1, 0, 0] });
});

test('who has an extension is not behind before it ends', () => {
  const paceUntil = (due: string) => {
    const extensions = [{ learner: '2', exercise: '01-linear-regression/linear-mse', due }];
    const ada = arrange({ ...matrix, extensions }, ALL).rows.find(({ id }) => id === '2');
    return ada?.kind === 'learner' ? ada.behind : null;
  };
  expect(paceUntil('2026-11-20T00:00:00.001Z')).toBe(0);
  expect(paceUntil('2026-11-19T00:00:00.000Z')).toBe(1);
});

test('names are found in part and sorted by the reader’s language', () => {
  expect(idsOf({ query: ' 서연 ' })).toEqual(['3']);
  expect(idsOf({ query: 'ADA' })).toEqual(['2']);
  expect(idsOf({ query: '서연'.normalize('NFD') })).toEqual(['3']);
  expect(idsOf({}, 'ko')).toEqual(['3', '1', '4', '2']);
  expect(idsOf({}, 'en')).toEqual(['2', '3', '1', '4']);
});

test('each order begins with whom to look at', () => {
  expect(idsOf({ sort: 'passed' })[0]).toBe('2');
  expect(idsOf({ sort: 'behind' }).slice(0, 2)).toEqual(['1', '2']);
  expect(idsOf({ sort: 'active' })).toEqual(['2', '3', '4', '1']);
});

test('one unit or team is counted by itself', () => {
  const { columns, rows } = arrange(sortByName(matrix, 'ko'), { ...ALL, unit: '02-mlp', team: 'g' });
  expect(columns.map(({ id, at, passed }) => [id, at, passed])).toEqual([
    ['02-mlp/dense-forward', 1, 2],
    ['02-mlp/softmax', 2, 1],
  ]);
  expect(rows.map((row) => row.kind === 'learner' && [row.passed, row.behind])).toEqual([
    [2, 0],
    [1, 0],
  ]);
});

test('exercises stand under their units, each with its share', () => {
  expect(arrange(matrix, ALL).bands).toEqual([
    { unit: '01-linear-regression', columns: 1, share: 2 / 4 },
    { unit: '02-mlp', columns: 2, share: 3 / 8 },
  ]);
});

test('set by hand, a pass is a pass and the other is none', () => {
  const states: CellState[] = ['overridden-passed', 'overridden-open', 'none'];
  const cells = states.map((state) => `${CELL_LETTERS[state]}0000`).join('');
  const learners = [{ id: '1', name: 'Ada', team: null, active: null, cells }];
  expect(arrange({ ...matrix, learners }, ALL).rows).toMatchObject([{ passed: 1, behind: 0, ahead: 0 }]);
});

test('teams stand one after the other, who has none comes last', () => {
  expect(idsOf({ grouped: true })).toEqual(['g', '3', '1', 'b', '2', null, '4']);
  const [first] = arrange(matrix, { ...ALL, grouped: true }).rows;
  expect(first).toMatchObject({ kind: 'team', members: 2, share: 4 / 6 });
});

test('however it is arranged, nobody is lost or doubled and every pass is counted once', () => {
  const letter = fc.constantFrom(...(Object.keys(CELL_LETTERS) as CellState[]));
  const learner = fc.record({
    team: fc.option(fc.nat(1), { nil: null }),
    states: fc.array(letter, { minLength: 3, maxLength: 3 }),
    name: fc.string({ maxLength: 5 }),
  });
  fc.assert(
    fc.property(fc.array(learner), fc.constantFrom(...SORTS), fc.boolean(), (people, sort, grouped) => {
      const learners = people.map(({ team, states, name }, at) => ({
        ...{ id: String(at), name, team, active: null },
        cells: states.map((state) => `${CELL_LETTERS[state]}11xv`).join(''),
      }));
      const { rows, columns } = arrange(sortByName({ ...matrix, learners }, 'ko'), { ...ALL, sort, grouped });
      const shown = rows.filter((row) => row.kind === 'learner');
      expect(shown.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(people.map((_, at) => at));
      const passes = people.flatMap(({ states }) => states).filter(isPassed).length;
      expect(shown.reduce((sum, { passed }) => sum + passed, 0)).toBe(passes);
      expect(columns.reduce((sum, { passed }) => sum + passed, 0)).toBe(passes);
    }),
  );
});
