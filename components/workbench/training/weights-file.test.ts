import { expect, test } from 'vitest';
import { encodeTensor } from '@/grading/tensor-codec';
import { readWeights, writeWeights } from './weights-file';

const exercise = '06-cnn-architectures/small-resnet';
const tensor = encodeTensor({ dtype: 'float32', shape: [2], values: Float32Array.from([1, -0.5]) });
const weights = { exercise, step: 12, parameters: { 'head.b': tensor }, statistics: {} };

test('what is exported can be imported', () => {
  expect(readWeights(writeWeights(weights), exercise)).toEqual({ format: 'peergrad-weights', version: 1, ...weights });
});

test.each([
  ['an image', '\u0089PNG', { bad: 'not-json' }],
  ['a settings file', '{"theme":"dark"}', { bad: 'not-weights', where: 'format' }],
  ['weights of another net', writeWeights({ ...weights, exercise: 'a/b' }), { bad: 'other-exercise', exercise: 'a/b' }],
  [
    'numbers that do not fill their shape',
    writeWeights({ ...weights, parameters: { 'head.b': { ...tensor, shape: [3] } } }),
    { bad: 'not-weights', where: 'head.b' },
  ],
  [
    'numbers that are no base64',
    writeWeights({ ...weights, parameters: { 'head.b': { ...tensor, base64: '*' } } }),
    { bad: 'not-weights', where: 'head.b' },
  ],
])('%s is told from weights', (_what, text, bad) => {
  expect(readWeights(text, exercise)).toEqual(bad);
});
