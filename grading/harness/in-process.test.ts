import { expect, test } from 'vitest';
import type { Job, Observation, RunOutcome, Task, WireValue } from '../task';
import { decodeTensor, type EncodedTensor, encodeTensor } from '../tensor-data';
import { inProcessRunner } from './in-process';

const LIMITS = { heartbeatMs: 5000, totalMs: 20_000 };

const tensor = (values: number[], shape: number[] = [values.length]): WireValue => ({
  $tensor: encodeTensor({ dtype: 'float32', shape, values: Float32Array.from(values) }),
});

/** Strict CommonJS as `compile` makes it. */
const header = `const tf = require('@tensorflow/tfjs-core');`;

function run(source: string, tasks: Task[], job: Partial<Job> = {}): Promise<RunOutcome> {
  return inProcessRunner.run({ source: `${header}${source}`, entries: ['f'], forbidden: [], tasks, ...job }, LIMITS);
}

const call = (...args: WireValue[]): Task => ({ id: 'a', do: 'call', fn: 'f', args });

async function observeCall(source: string, ...args: WireValue[]): Promise<Observation> {
  const { observations } = await run(source, [call(...args)]);
  expect(observations).toHaveLength(1);
  return observations[0] as Observation;
}

/** The result, which must be of this type. */
function resultAs<T extends Observation['result']['type']>(observation: Observation | undefined, type: T) {
  expect(observation?.result).toMatchObject({ type });
  return observation?.result as Extract<Observation['result'], { type: T }>;
}

/** Values of the tensor that lies below the keys `path` of a returned result. */
function valuesOf(observation: Observation | undefined, ...path: string[]): number[] {
  const { value } = resultAs(observation, 'returned');
  const found = path.reduce<unknown>((within, key) => (within as Record<string, unknown>)[key], value);
  return [...decodeTensor((found as { $tensor: EncodedTensor }).$tensor).values];
}

/** Values of each gradient. */
function gradientsOf(observation: Observation | undefined): (number[] | null)[] {
  const { gradients } = resultAs(observation, 'gradients');
  return gradients.map((gradient) => gradient && [...decodeTensor(gradient).values]);
}

const resultOf = async (source: string, ...args: WireValue[]) => (await observeCall(source, ...args)).result;

test('a call gives back the returned tensor with dtype, shape and values', async () => {
  const observation = await observeCall('exports.f = (x) => tf.mul(x, 2);', tensor([1, Number.NaN, -3, 4], [2, 2]));
  expect(observation.result).toMatchObject({ value: { $tensor: { dtype: 'float32', shape: [2, 2] } } });
  expect(valuesOf(observation)).toEqual([2, Number.NaN, -6, 8]);
});

test('a structured result keeps its shape and its special numbers', async () => {
  const result = await resultOf('exports.f = () => ({ a: [1, NaN, -0], b: { c: "x", d: null } });');
  expect(result).toEqual({
    type: 'returned',
    value: { a: [1, { $number: 'NaN' }, { $number: '-0' }], b: { c: 'x', d: null } },
  });
});

test.each([
  ['promise', 'async () => 1', ''],
  ['promise', 'async () => { throw new Error("later") }', ''],
  ['undefined', '() => {}', ''],
  ['function', '() => () => 1', ''],
  ['disposed-tensor', '(x) => { const y = tf.mul(x, 2); y.dispose(); return y; }', ''],
  ['disposed-tensor', '(x) => ({ dx: [tf.tidy(() => { const y = tf.neg(x); return y.dispose(), y; })] })', 'dx[0]'],
  ['negative-extent', '(x) => tf.slice(x, [3], [-1])', ''],
  ['Map', '() => new Map()', ''],
  ['bigint', '() => [1n]', '[0]'],
  ['string-tensor', '() => tf.tensor(["a"])', ''],
  ['too-deep', '() => { const a = []; a[0] = a; return a; }', '[0]'.repeat(21)],
  ['key-with-$', '() => ({ $tensor: 1 })', '$tensor'],
])('a result that is no data is named: %s from %s', async (what, source, path) => {
  expect(await resultOf(`exports.f = ${source};`, tensor([1, 2]))).toEqual({
    type: 'invalid',
    invalid: { what, path },
  });
});

test('a thrown error carries the line and column in the learner’s own source', async () => {
  const source = `\nfunction inner() {\n  throw new RangeError('f: x must be positive, got -1');\n}\nexports.f = () => inner();`;
  expect(await resultOf(source)).toEqual({
    type: 'threw',
    thrown: {
      name: 'RangeError',
      message: 'f: x must be positive, got -1',
      location: { line: 3, column: 9 },
      stack: [
        { fn: 'inner', line: 3, column: 9 },
        { fn: 'exports.f', line: 5, column: 19 },
      ],
    },
  });
});

test('an error inside the library is placed at the learner’s line that called it', async () => {
  const result = await resultOf('\nexports.f = (x) =>\n  tf.matMul(x, x);', tensor([1, 2, 3], [1, 3]));
  expect(result).toMatchObject({ type: 'threw', thrown: { location: { line: 3 } } });
});

test.each([
  ['"oops"', '"oops"'],
  ['42', '42'],
  ['null', 'null'],
  ['{ code: 1 }', '{"code":1}'],
  ['{ get code() { throw 1 } }', 'a object that cannot be shown'],
])('a thrown non-Error is described: throw %s', async (thrown, message) => {
  expect(await resultOf(`exports.f = () => { throw ${thrown}; };`)).toEqual({
    type: 'threw',
    thrown: { name: 'NonError', message },
  });
});

test('tensors that are neither returned nor disposed are counted as leaked', async () => {
  const { leaked } = await observeCall('exports.f = (x) => tf.add(tf.mul(x, 2), tf.neg(x));', tensor([1]));
  expect(leaked).toBe(2);
});

test('a tidy function leaks nothing, and returning an input is no leak either', async () => {
  const tidy = await observeCall('exports.f = (x) => tf.tidy(() => [x, tf.add(tf.mul(x, 2), 1)]);', tensor([1]));
  expect(tidy.leaked).toBe(0);
  expect(tidy.inputs).toBe('intact');
});

test.each([
  ['intact', '(x) => tf.neg(x)'],
  ['disposed', '(x) => { const y = tf.neg(x); x.dispose(); return y; }'],
  ['changed', '(x) => { x.dataSync()[0] = 9; return tf.neg(x); }'],
  ['changed', '(x, list) => { list.push(3); return 1; }'],
  ['changed', '(x, list, options) => { options.rate = 0; return 1; }'],
])('inputs are seen to be %s after %s', async (state, source) => {
  const { inputs } = await observeCall(`exports.f = ${source};`, tensor([1, 2]), [1, 2], { rate: 0.1 });
  expect(inputs).toBe(state);
});

test('kernels are counted by name', async () => {
  const { kernels } = await observeCall('exports.f = (x) => tf.tidy(() => tf.exp(tf.exp(tf.neg(x))));', tensor([1]));
  expect(kernels).toEqual({ Neg: 1, Exp: 2 });
});

const vjp = (wrt: (string | number)[][], upstream: number[], output: (string | number)[] = []): Task => ({
  id: 'g',
  do: 'vjp',
  fn: 'f',
  args: [tensor([1, 2]), { w: tensor([3, 4]) }],
  wrt,
  output,
  upstream: encodeTensor({ dtype: 'float32', shape: [upstream.length], values: Float32Array.from(upstream) }),
});

test('the vector–Jacobian product has one gradient per input, null where the output does not depend on it', async () => {
  const { observations } = await run('exports.f = (x, p) => ({ y: tf.mul(x, x) });', [
    vjp([[0], [1, 'w']], [10, 100], ['y']),
  ]);
  expect(gradientsOf(observations[0])).toEqual([[20, 400], null]);
  expect(observations[0]?.leaked).toBe(0);
});

test('the gradient of a sum that is used twice is the sum of both', async () => {
  const { observations } = await run('exports.f = (x, p) => tf.add(tf.mul(x, p.w), x);', [
    vjp([[0], [1, 'w']], [1, 1]),
  ]);
  expect(gradientsOf(observations[0])).toEqual([
    [4, 5],
    [1, 2],
  ]);
});

test('a forward of the wrong shape has no gradient, and its shape is told', async () => {
  const { observations } = await run('exports.f = (x) => tf.sum(x);', [vjp([[0]], [1, 1])]);
  expect(observations[0]?.result).toEqual({ type: 'invalid', invalid: { what: 'shape [] instead of [2]', path: '' } });
});

test('an operation without gradient is an error at the learner’s line, and the next task is not disturbed', async () => {
  const source = '\nexports.f = (x) => tf.cast(tf.greater(x, 0), "float32");\nexports.g = (x) => tf.neg(x);';
  const { observations } = await run(
    source,
    [vjp([[0]], [1, 1]), { ...vjp([[0]], [1, 1]), id: 'h', fn: 'g' } as Task],
    {
      entries: ['f', 'g'],
    },
  );
  expect(observations.map(({ result }) => result.type)).toEqual(['threw', 'gradients']);
});

test('a later task gets what an earlier one returned', async () => {
  const { observations } = await run('exports.f = (x) => ({ y: tf.add(x, 1) });', [
    { id: 'first', do: 'call', fn: 'f', args: [tensor([1])] },
    { id: 'second', do: 'call', fn: 'f', args: [{ $output: { task: 'first', path: ['y'] } }] },
  ]);
  expect(valuesOf(observations[1], 'y')).toEqual([3]);
});

test('each call gets its random numbers from the start of its seed', async () => {
  const draws = 'exports.f = (rng) => [rng(), rng()];';
  const [first, again] = [await resultOf(draws, { $rng: 7 }), await resultOf(draws, { $rng: 7 })];
  expect(again).toEqual(first);
  expect(await resultOf(draws, { $rng: 8 })).not.toEqual(first);
});

test.each([
  ['tf.softmax is not allowed in this exercise', 'tf.softmax(x)'],
  ['tf.layers.dense is not allowed in this exercise', 'tf.layers.dense'],
  ['tf.losses is not allowed in this exercise', 'tf.losses.huberLoss(x, x)'],
  ['tf.randomNormal is not allowed in this exercise', 'tf.randomNormal([1])'],
  ['Tensor.dataSync is not allowed in this exercise', 'x.dataSync()'],
  ['tf.engine is not available here', 'tf.engine()'],
  ['Math.random is not allowed here', 'Math.random()'],
  ['Date is not allowed here', 'new Date()'],
])('a forbidden member throws when it is touched: %s', async (message, expression) => {
  const forbidden = ['tf.softmax', 'tf.layers.*', 'tf.losses.*', 'tf.random*', '.dataSync'];
  const source = expression === 'tf.layers.dense' ? 'tf.layers' : expression;
  const { observations } = await run(`exports.f = (x) => ${source};`, [call(tensor([1]))], { forbidden });
  expect(observations[0]?.result).toMatchObject({
    type: 'threw',
    thrown: { name: 'ForbiddenError', message: message.replace('.dense', '') },
  });
});

test.each(['tf.add = 1', 'Object.defineProperty(tf, "add", { value: 1 })', 'tf.linalg.qr = 1', 'delete tf.add'])(
  'the library cannot be patched: %s',
  async (patch) => {
    expect(await resultOf(`exports.f = () => { ${patch}; };`)).toMatchObject({
      type: 'threw',
      thrown: { name: 'TypeError' },
    });
  },
);

test.each([
  ['load-error', 'throw new Error("at once");'],
  ['load-error', 'null.x;'],
  ['missing-export', 'exports.g = () => 1;'],
  ['missing-export', 'exports.f = 1;'],
  ['forbidden-import', 'require("node:fs");'],
  ['forbidden-name', 'exports.f = tf.engine();'],
  ['syntax-error', 'exports.f = (;'],
])('a module that cannot be used is a problem: %s from %s', async (code, source) => {
  const outcome = await run(source, [call()]);
  expect(outcome).toMatchObject({ problem: { code }, observations: [] });
});

test('a load error tells its line in both languages', async () => {
  const { problem } = await run('\n\nthrow new Error("at once");', []);
  expect(problem?.location).toEqual({ line: 3, column: 7 });
  expect(problem?.message.en).toContain('Error: at once');
  expect(problem?.message.ko).toContain('Error: at once');
});

test('console output is kept with its level, tensors with their values', async () => {
  const outcome = await run(
    'exports.f = (x) => { console.log("x", x); console.warn({ a: 1 }); x.print(); tf.print(x); return 1; };',
    [call(tensor([1, 2.5, 3, 4], [2, 2]))],
  );
  const shown = 'Tensor float32 [2, 2]\n[[1, 2.5],\n [3, 4]]';
  expect(outcome.console).toEqual({
    lines: [
      { level: 'log', task: 'a', text: `x ${shown}` },
      { level: 'warn', task: 'a', text: '{"a":1}' },
      { level: 'log', task: 'a', text: shown },
      { level: 'log', task: 'a', text: shown },
    ],
    truncated: false,
  });
});

test.each([
  ['many lines', 'for (let i = 0; i < 1e5; i++) console.log(i);', 200],
  ['one huge line', 'console.log("x".repeat(1e7)); console.log("more");', 1],
])('console output is bounded: %s', async (_, flood, lines) => {
  const outcome = await run(`exports.f = () => { ${flood} return 1; };`, [call()]);
  expect(outcome.console.truncated).toBe(true);
  expect(outcome.console.lines).toHaveLength(lines);
  expect(JSON.stringify(outcome.console).length).toBeLessThan(30_000);
});

test('runs asked for at once do not count each other’s tensors', async () => {
  const outcomes = await Promise.all([1, 2, 3].map(() => run('exports.f = (x) => tf.neg(x);', [call(tensor([1]))])));
  expect(outcomes.map(({ observations }) => observations[0]?.leaked)).toEqual([0, 0, 0]);
});

test('a run reports each observation as it is made', async () => {
  const seen: string[] = [];
  const job = {
    source: 'exports.f = () => 1;',
    entries: ['f'],
    forbidden: [],
    tasks: [call(), { ...call(), id: 'b' }],
  };
  await inProcessRunner.run(job, LIMITS, { observation: ({ task }) => seen.push(task) });
  expect(seen).toEqual(['a', 'b']);
});

const drive = (driver: string, args: WireValue[] = []): Task => ({ id: 'd', do: 'drive', driver, args });

test('a driver calls the learner’s functions with a function of its own', async () => {
  const drivers = { 'of-square': 'exports.drive = ({ f }, x) => f((at) => at * at, x);' };
  const { observations } = await run('exports.f = (g, x) => g(x) + 1;', [drive('of-square', [3])], { drivers });
  expect(observations[0]?.result).toEqual({ type: 'returned', value: 10 });
});

test('an error within a driver points at no line of the learner', async () => {
  const drivers = { 'needs-b': 'exports.drive = ({ f }) => f().b.c;' };
  const { observations } = await run('exports.f = () => ({});', [drive('needs-b')], { drivers });
  expect(observations[0]?.result).toMatchObject({ type: 'threw', thrown: { name: 'TypeError' } });
  expect(observations[0]?.result).not.toHaveProperty('thrown.location');
});

test('a driver may yield the points of a curve before it returns what is judged', async () => {
  const drivers = {
    curve: 'exports.drive = function* ({ f }, n) { for (let i = 0; i < n; i++) yield f(i); return n; };',
  };
  const points: unknown[] = [];
  const on = { point: (...point: unknown[]) => points.push(point) };
  const job = {
    source: 'exports.f = (i) => 1 / (2 - i);',
    entries: ['f'],
    forbidden: [],
    tasks: [drive('curve', [4])],
    drivers,
  };
  const { observations } = await inProcessRunner.run(job, { heartbeatMs: 1000, totalMs: 1000 }, on);
  expect(observations[0]?.result).toEqual({ type: 'returned', value: 4 });
  const { task } = observations[0] as { task: string };
  expect(points).toEqual([
    [task, 0, 0.5],
    [task, 1, 1],
    [task, 2, null],
    [task, 3, -1],
  ]);
});

test('what a driver calls counts as the learner’s kernels and leaks', async () => {
  const drivers = { twice: 'exports.drive = ({ f }, x) => f(f(x));' };
  const { observations } = await run('exports.f = (x) => tf.relu(x);', [drive('twice', [tensor([1, -2])])], {
    drivers,
  });
  expect(observations[0]).toMatchObject({ kernels: { Relu: 2 }, leaked: 1 });
});

test('a forbidden operation is refused when its kernel is launched, however it was reached', async () => {
  const source = 'exports.f = (x) => tf.dot(x, x);';
  const { observations } = await run(source, [call(tensor([1, -2]))], { forbidden: ['tf.matMul'] });
  expect(resultAs(observations[0], 'threw').thrown).toMatchObject({
    name: 'ForbiddenError',
    message: 'tf.matMul is not allowed in this exercise',
  });
});

test('the most bytes that tensors held at once are counted', async () => {
  const source =
    'exports.f = (x) => tf.tidy(() => { const wide = tf.tile(x, [10]); return tf.slice(wide, [0], [2]); });';
  expect((await observeCall(source, tensor([1, 2]))).peakBytes).toBe(88);
});

test('a tensor of a fractional length takes a whole number of bytes, which the protocol asks for', async () => {
  const source = `exports.f = (x) => tf.tidy(() => {
    tf.slice(x, [0], [1.3]);
    return tf.neg(x);
  });`;
  const { peakBytes } = await observeCall(source, tensor([1, 2]));
  expect(Number.isInteger(peakBytes)).toBe(true);
});

test('a slice past an end frees no bytes', async () => {
  const source = `exports.f = (x) => tf.tidy(() => {
    tf.slice(tf.tile(x, [10]), [40], [-1]);
    return tf.slice(tf.tile(x, [10]), [0], [2]);
  });`;
  expect((await observeCall(source, tensor([1, 2]))).peakBytes).toBe(168);
});
