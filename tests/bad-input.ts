import type { Locale } from '@/grading/localized';

const TF = "import * as tf from '@tensorflow/tfjs-core';\n";
/** A dense layer whose body starts in line 3; checks of its input are left out. */
export const dense = (
  body: string,
) => `${TF}export function dense(x: tf.Tensor2D, w: tf.Tensor2D, b: tf.Tensor1D): any {
${body}
}
`;

/**
 * Files that go wrong in every way that learners find, with what must be said of them in both languages, in the page and
 * from the command line alike.
 */
export const BAD_INPUT: [what: string, source: string, said: Record<Locale, string>][] = [
  [
    'a syntax error',
    `${TF}export function dense( {`,
    {
      en: 'Syntax error at line 2, column 25: Unexpected token, expected ","',
      ko: '2행 25열에 문법 오류가 있습니다: 여기에 “,”이(가) 있어야 합니다',
    },
  ],
  [
    'a TypeError at run time',
    dense('  return (undefined as any).shape;'),
    { en: 'Your code threw at line 3: TypeError: Cannot read', ko: '코드 3행에서 오류가 발생했습니다: TypeError' },
  ],
  [
    'a missing export',
    'export const other = 1;',
    { en: 'Export a function named `dense`', ko: '`dense` 함수를 내보내야 합니다.' },
  ],
  [
    'a number',
    dense('return 1;'),
    {
      en: 'The result should be a tensor, but it is a plain number.',
      ko: '반환값 자리에는 텐서가 있어야 하는데 일반 숫자입니다.',
    },
  ],
  ['a plain array', dense('return [[1, 2]];'), { en: 'it is a plain array.', ko: '일반 배열입니다.' }],
  ['an object', dense('return { y: x };'), { en: 'it is an object.', ko: '객체입니다.' }],
  ['a wrong shape', dense('return tf.sum(x);'), { en: 'but it has [].', ko: '[]입니다.' }],
  [
    'NaN',
    dense('return tf.tidy(() => tf.mul(tf.add(tf.matMul(x, w), b), NaN));'),
    { en: '`Y` contains NaN or Infinity in 4 elements.', ko: '`Y`의 원소 4개가 NaN 또는 Infinity입니다.' },
  ],
  [
    'an endless loop',
    dense('for (;;) {}'),
    { en: 'Is there an endless loop?', ko: '끝나지 않는 반복문이 있는지 확인하십시오.' },
  ],
  [
    'a loop that fills the memory',
    dense('  const all: Float32Array[] = [];\n  for (;;) all.push(new Float32Array(1e7));'),
    {
      en: 'The code used more memory than allowed (`all`: ',
      ko: '코드가 허용된 것보다 많은 메모리를 사용했습니다(`all`: ',
    },
  ],
  ['a promise', dense('return Promise.resolve(x);'), { en: 'it is a Promise', ko: 'Promise (async를 빼야 합니다)' }],
  [
    'an async function',
    'export async function dense() {}',
    { en: 'Functions must be synchronous here', ko: '이 실습의 함수는 동기 함수여야 합니다.' },
  ],
  [
    'a thrown non-Error',
    dense('throw "no";'),
    { en: 'Your code threw "no", which is not an Error.', ko: '코드가 Error가 아닌 값을 던졌습니다: "no".' },
  ],
  [
    'a disposed result',
    dense('const y = tf.matMul(x, w); y.dispose(); return y;'),
    { en: 'a tensor that is already disposed.', ko: '이미 해제(dispose)된 텐서입니다.' },
  ],
  [
    'a source over 100 KB',
    `//${'한'.repeat(34_000)}`,
    { en: 'The source is 103 KB; at most 100 KB can be graded.', ko: '소스가 103 KB입니다.' },
  ],
  [
    'a forbidden import',
    "import fs from 'node:fs';\nexport const dense = fs;",
    { en: 'not `node:fs`.', ko: '`node:fs`은(는) 불러올 수 없습니다.' },
  ],
];
