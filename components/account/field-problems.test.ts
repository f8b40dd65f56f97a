import { expect, test } from 'vitest';
import { checkCurrent, checkEmail, checkName, checkNewPassword, fieldOf } from './field-problems';

function fields(values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
}

test('fields that are filled in well are no problem', () => {
  const good = fields({ name: '이지은', email: ' Ada@Course.test ', current: 'x', password: '경사하강법 최고!' });
  expect([checkName, checkEmail, checkCurrent, checkNewPassword].map((check) => check(good))).toEqual([{}, {}, {}, {}]);
});

test('each field says what is wrong with it', () => {
  const bad = fields({ name: '  ', email: 'ada@', current: '', password: 'seven77' });
  expect(checkName(bad)).toEqual({ name: { key: 'name' } });
  expect(checkEmail(bad)).toEqual({ email: { key: 'email' } });
  expect(checkCurrent(bad)).toEqual({ current: { key: 'empty' } });
  expect(checkNewPassword(bad)).toEqual({ password: { key: 'short', values: { min: 8 } } });
});

test('a password over 128 characters is too long', () => {
  expect(checkNewPassword(fields({ password: 'x'.repeat(129) }))).toEqual({
    password: { key: 'long', values: { max: 128 } },
  });
});

test.each([
  ['email-taken', 'email'],
  ['wrong-password', 'current'],
  ['wrong-credentials', null],
] as const)('%s is told at the field %s', (problem, field) => {
  expect(fieldOf(problem)).toBe(field);
});
