import { expect, test } from 'vitest';
import { compile } from '../compile';

const koreanOf = (source: string) => {
  const compiled = compile(source, { entries: [], forbidden: [] });
  return compiled.ok ? '' : compiled.problem.message.ko;
};

test.each([
  ['export function f( {', '여기에 “,”이(가) 있어야 합니다'],
  ["const a = 'open;", '문자열의 닫는 따옴표가 없습니다'],
  ['const a = `open;', '템플릿 문자열의 닫는 백틱(`)이 없습니다'],
  ['/* open', '주석의 닫는 기호(*/)가 없습니다'],
  ['let a = 1; let a = 2;', '이름 “a”을(를) 두 번 선언했습니다'],
  ['return 1;', 'return이 함수 밖에 있습니다'],
  ['const a = 1 +;', '여기에 올 수 없는 기호나 낱말입니다'],
  ['const a = §;', '사용할 수 없는 문자입니다(“§”)'],
])('the reason of a syntax error is told in Korean: %s', (source, reason) => {
  expect(koreanOf(source)).toContain(reason);
});

test('a reason that has no Korean words is told as the compiler said it', () => {
  expect(koreanOf('const a = 08n;')).toMatch(/문법 오류가 있습니다: [A-Z]/);
});
