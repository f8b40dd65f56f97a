import { expect, test } from 'vitest';
import { compile } from './compile';
import { compileLayers } from './compile-layers';
import { inProcessRunner } from './harness/in-process';
import { exportsOf, type Library } from './library';
import type { Task } from './task';

const twice = `import * as tf from '@tensorflow/tfjs-core';
let calls = 0;
export function twice(x) { calls += 1; return tf.mul(tf.softmax(x), 2); }
export function scaled(x, by) { return tf.mul(x, by); }`;
const library: Library = [
  {
    exercise: '01-a/twice',
    title: { en: 'Twice', ko: '두 배' },
    entries: ['twice', 'scaled'],
    views: { tripled: { entry: 'scaled', last: [3] } },
    source: twice,
  },
  { exercise: '01-a/lost', title: { en: 'Lost', ko: '잃은 것' }, entries: ['lost'], views: {}, source: null },
];
const rules = { entries: ['f'], forbidden: ['tf.softmax', '.dataSync'], library };
const one: Task['args'] = [{ $tensor: { dtype: 'float32', shape: [1], base64: 'AACAPw==' } }];

async function run(source: string, own: Library = library) {
  const compiled = compile(source, { ...rules, library: own });
  if (!compiled.ok) return { problem: compiled.problem };
  const linked = compileLayers(own, compiled.layers);
  if (!linked.ok) return { problem: linked.problem };
  const job = { ...rules, source: compiled.source, layers: linked.layers };
  const tasks: Task[] = [{ id: 'f', do: 'call', fn: 'f', args: one }];
  return inProcessRunner.run({ ...job, tasks }, { heartbeatMs: 1000, totalMs: 1000 });
}
const resultOf = async (source: string, own?: Library) => {
  const outcome = await run(source, own);
  return 'observations' in outcome ? outcome.observations[0]?.result : outcome.problem;
};
const TWO = { type: 'returned', value: { $tensor: { dtype: 'float32', shape: [1], base64: 'AAAAQA==' } } };
const THREE = { type: 'returned', value: { $tensor: { dtype: 'float32', shape: [1], base64: 'AABAQA==' } } };

test.each([
  ["import { twice } from 'my-layers'; export const f = (x) => twice(x);", TWO],
  ["import { twice as double } from 'my-layers'; export const f = (x) => double(x);", TWO],
  ["import * as layers from 'my-layers'; export const f = (x) => layers.twice(x);", TWO],
  ["export { twice as f } from 'my-layers';", TWO],
  ["import { tripled } from 'my-layers'; export const f = (x) => tripled(x);", THREE],
])('%s', async (source, result) => {
  expect(await resultOf(source)).toEqual(result);
});

test('a name of an exercise that is not passed says which, where, in both languages', () => {
  const compiled = compile("import {\n  twice, lost\n} from 'my-layers';\nexport const f = lost;", rules);
  expect(compiled).toEqual({
    ok: false,
    problem: {
      code: 'missing-layer',
      exercise: '01-a/lost',
      location: { line: 2, column: 10 },
      message: {
        en: '`lost` is not in your library yet: pass the exercise “Lost” first.',
        ko: "`lost`은(는) 아직 내 라이브러리에 없습니다. 먼저 '잃은 것' 실습을 통과하십시오.",
      },
    },
  });
});

test('a member of the whole that is not passed is found as well', () => {
  const compiled = compile("import * as layers from 'my-layers'; export const f = (x) => layers.lost(x);", rules);
  expect(compiled).toMatchObject({ problem: { code: 'missing-layer', exercise: '01-a/lost' } });
});

test('a name that no layer has is told, with those that there are', () => {
  const compiled = compile("import { convolve } from 'my-layers'; export const f = convolve;", rules);
  expect(compiled).toMatchObject({ problem: { code: 'missing-layer' } });
  expect(JSON.stringify(compiled)).toContain('`twice`, `scaled`, `tripled`, `lost`');
});

test('a computed name is refused when it is asked for', async () => {
  const source = "import * as layers from 'my-layers'; export const f = (x) => layers['lo' + 'st'](x);";
  expect(await resultOf(source)).toMatchObject({ type: 'threw', thrown: { name: 'ReferenceError' } });
});

test('what the exercise forbids is forbidden to the file, not to its layers', async () => {
  const own = "import * as tf from '@tensorflow/tfjs-core'; export const f = (x) => tf['soft' + 'max'](x);";
  expect(await resultOf(own)).toMatchObject({ type: 'threw', thrown: { name: 'ForbiddenError' } });
  expect(await resultOf("import { twice } from 'my-layers'; export const f = (x) => twice(x);")).toEqual(TWO);
});

test('a layer is held to what no exercise may do', async () => {
  const reading = twice.replace('), 2)', '), x.dataSync()[0])');
  const own = [{ ...(library[0] as Library[number]), source: reading }];
  expect(await resultOf("import { twice } from 'my-layers'; export const f = twice;", own)).toMatchObject({
    code: 'broken-layer',
    exercise: '01-a/twice',
  });
});

test('a layer that throws when it is loaded says whose it is', async () => {
  const own = [{ ...(library[0] as Library[number]), source: `${twice}\nthrow new Error('no');` }];
  expect(await run("import { twice } from 'my-layers'; export const f = twice;", own)).toMatchObject({
    problem: { code: 'broken-layer', exercise: '01-a/twice' },
  });
});

test('scopes are apart: neither file sees the names of the other', async () => {
  const source =
    "import { twice } from 'my-layers'; const calls = 7; export const f = (x) => (typeof scaled === 'undefined' ? twice(x) : x);";
  expect(await resultOf(source)).toEqual(TWO);
});

test('an exercise without a library has no such module', () => {
  const compiled = compile("import { twice } from 'my-layers'; export const f = twice;", {
    entries: ['f'],
    forbidden: [],
  });
  expect(compiled).toMatchObject({ problem: { code: 'forbidden-import' } });
});

test('only layers that are imported go into the job', () => {
  const compiled = compile("import { twice } from 'my-layers'; export const f = twice;", rules);
  expect(compiled).toMatchObject({ ok: true, layers: ['01-a/twice'] });
  expect(library.map(exportsOf)).toEqual([['twice', 'scaled', 'tripled'], ['lost']]);
});
