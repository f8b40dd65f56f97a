import { expect, test } from 'vitest';
import { listUnits } from '@/content/units';
import { CAPSTONES } from './capstones';
import { PLAN, planOf } from './plan';

test('there are five weeks of five days, in order', () => {
  expect(PLAN.map(({ week, day }) => `${week}·${day}`)).toEqual(
    [1, 2, 3, 4, 5].flatMap((week) => [1, 2, 3, 4, 5].map((day) => `${week}·${day}`)),
  );
  expect(planOf(1)).toBe(PLAN[0]);
  expect(planOf(25)).toBe(PLAN[24]);
  expect(planOf(26)).toBeNull();
});

test('every exercise of the course has its day, in the order of the path', async () => {
  const course = (await listUnits()).flatMap(({ exercises }) => exercises);
  expect(PLAN.flatMap(({ exercises }) => exercises)).toEqual(course);
});

test('a day’s units exist and hold its exercises', async () => {
  const units = new Set((await listUnits()).map(({ id }) => id));
  for (const { units: own, exercises } of PLAN) {
    for (const unit of own) expect(units).toContain(unit);
    for (const exercise of exercises) expect(own).toContain(exercise.split('/')[0]);
  }
});

test('every capstone has its day, and says when it is done', () => {
  expect(PLAN.flatMap(({ capstones }) => capstones.map(({ id }) => id))).toEqual(Object.keys(CAPSTONES));
});

test('everything is said in both languages', () => {
  const texts = PLAN.flatMap(({ prompt, capstones }) => [
    prompt,
    ...capstones.flatMap(({ title, prompts, task, accept }) => [title, ...prompts, task, accept]),
  ]);
  for (const { en, ko } of texts) {
    expect(ko).toMatch(/[가-힣]/);
    expect(en).not.toMatch(/[가-힣]/);
    expect(en.length).toBeGreaterThan(5);
  }
});
