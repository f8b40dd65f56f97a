import { expect, test } from 'vitest';
import type { Gradebook } from '@/contracts/gradebook';
import { arrange, type View } from './arrange';

const VIEW: View = { query: '', team: null, unit: null, sort: 'name', scope: 'so-far' };

const learner = (
  id: string,
  name: string,
  team: number | null,
  [soFar, all]: [number | null, number],
  points: number[],
) => ({
  ...{ id, name, team, soFar, all, points },
  marks: 's'.repeat(points.length),
});

const book: Gradebook = {
  cohort: { id: 'c', name: 'Cohort', timeZone: 'Asia/Seoul' },
  now: '2026-12-01T00:00:00.000Z',
  rule: { attempts: 'best', late: { percentPerDay: 0, most: 100, nothingAfter: null } },
  teams: [{ id: 'g', name: '경사' }],
  exercises: [
    { id: '01-linear-regression/linear-mse', weight: 1, due: null, outOf: 10 },
    { id: '02-mlp/dense-forward', weight: 1, due: null, outOf: 12 },
    { id: '02-mlp/softmax', weight: 2, due: null, outOf: 10 },
  ],
  learners: [
    learner('1', 'Ada', 0, [0.5, 0.4], [10, 6, 0]),
    learner('2', '박하늘', null, [null, 0.9], [8, 12, 10]),
    learner('3', '김서연', 0, [0.25, 0.5], [0, 0, 0]),
  ],
};

const idsOf = (view: Partial<View>, locale = 'ko') =>
  arrange(book, { ...VIEW, ...view }, locale).rows.map(({ id }) => id);

test('learners are by name, found in part, and of one team', () => {
  expect(idsOf({})).toEqual(['3', '2', '1']);
  expect(idsOf({}, 'en')).toEqual(['1', '3', '2']);
  expect(idsOf({ query: ' 하늘'.normalize('NFD') })).toEqual(['2']);
  expect(idsOf({ team: 'g' })).toEqual(['3', '1']);
});

test('the order by total is of the total that is asked for, and who has none comes last', () => {
  expect(idsOf({ sort: 'lowest' })).toEqual(['3', '1', '2']);
  expect(idsOf({ sort: 'highest' })).toEqual(['1', '3', '2']);
  expect(idsOf({ sort: 'highest', scope: 'all' })).toEqual(['2', '3', '1']);
});

test('means are of the learners who are shown', () => {
  const { columns, mean } = arrange(book, { ...VIEW, team: 'g' }, 'ko');
  expect(columns.map((column) => column.mean)).toEqual([5, 3, 0]);
  expect(mean).toBe(0.375);
  expect(arrange(book, { ...VIEW, query: 'nobody' }, 'ko')).toMatchObject({ rows: [], mean: null });
});

test('one unit has its exercises alone, and totals stay', () => {
  const { columns, bands, rows } = arrange(book, { ...VIEW, unit: '02-mlp' }, 'en');
  expect(columns.map(({ id, at }) => [id, at])).toEqual([
    ['02-mlp/dense-forward', 1],
    ['02-mlp/softmax', 2],
  ]);
  expect(bands).toEqual([{ unit: '02-mlp', columns: 2 }]);
  expect(rows[0]?.total).toBe(0.5);
});
