import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSandboxPool, type SandboxPool } from '@/grading/sandbox/pool';
import type { Job, Observation, RunOutcome, WireValue } from '@/grading/task';
import { decodeTensor, type EncodedTensor, encodeTensor } from '@/grading/tensor-data';
import { buildRunners } from '@/scripts/build-runner/build';

let pool: SandboxPool;
beforeAll(async () => {
  await buildRunners(process.cwd());
  pool = createSandboxPool({ size: 2, memoryMiB: 450, heapMiB: 150 });
});
afterAll(() => pool.close());

const X: WireValue = { $tensor: encodeTensor({ dtype: 'float32', shape: [2], values: Float32Array.from([1, -2]) }) };

const job = (source: string, calls = 1): Job => ({
  source: `const tf = require('@tensorflow/tfjs-core'); ${source}`,
  entries: ['f'],
  forbidden: [],
  tasks: Array.from({ length: calls }, (_, index) => ({ id: `t${index}`, do: 'call', fn: 'f', args: [X] })),
});

/** Milliseconds without a sign of life: for code that ends, on whatever machine, and for code that never does. */
const [PATIENT, SHORT] = [100_000, 2000];

const run = (source: string, heartbeatMs = PATIENT): Promise<RunOutcome> =>
  pool.run(job(source), { heartbeatMs, totalMs: PATIENT });

/** A right submission, after whatever came before it. */
async function expectHealthy(): Promise<void> {
  const { observations, problem } = await run('exports.f = (x) => tf.relu(x);');
  expect(problem).toBeUndefined();
  const result: unknown = observations[0]?.result;
  expect([...decodeTensor((result as { value: { $tensor: EncodedTensor } }).value.$tensor).values]).toEqual([1, 0]);
}

const threw = (name: string) => ({ observations: [{ result: { type: 'threw', thrown: { name } } }] });
const returnedValue = (value: unknown) => ({ observations: [{ result: { type: 'returned', value } }] });
const invalid = (what: string) => ({ observations: [{ result: { type: 'invalid', invalid: { what } } }] });
const problem = (code: string) => ({ problem: { code } });
const hung = { hung: 't0', observations: [] };

const corpus: [string, string, Record<string, unknown>][] = [
  // Reaching out: the names are gone before the code is loaded.
  ['reads a file', 'exports.f = () => Deno.readTextFileSync("/etc/passwd");', threw('ReferenceError')],
  ['asks for the environment', 'exports.f = () => process.env;', threw('ReferenceError')],
  ['fetches', 'exports.f = () => fetch("http://127.0.0.1/");', threw('ReferenceError')],
  ['starts a worker', 'exports.f = () => new Worker("data:,");', threw('ReferenceError')],
  ['requires a module of Node', 'require("node:fs"); exports.f = () => 1;', problem('forbidden-import')],
  ['looks for globals by eval', 'exports.f = () => typeof (0, eval)("this").Deno;', returnedValue('undefined')],
  ['looks for globals by Function', 'exports.f = () => typeof new Function("return Deno")();', threw('ReferenceError')],
  [
    'looks for globals by an async constructor',
    'exports.f = () => Object.getPrototypeOf(async () => {}).constructor("return Deno")().constructor.name;',
    returnedValue('Promise'),
  ],
  ['imports a file', 'exports.f = () => import("file:///etc/passwd");', invalid('promise')],
  [
    'imports with attributes, computed',
    'exports.f = () => { const p = "file:///" + "etc/passwd"; return import(p, { with: { type: "text" } }); };',
    invalid('promise'),
  ],
  ['reaches into the engine', 'exports.f = () => tf.engine().state;', threw('ForbiddenError')],
  ['asks for the backend', 'exports.f = () => tf.backend();', threw('ForbiddenError')],
  [
    'reads stack frames',
    'exports.f = () => { Error.prepareStackTrace = (_, sites) => sites; return 1; };',
    threw('TypeError'),
  ],
  // Tampering.
  ['patches the library', 'exports.f = () => { tf.relu = () => 1; };', threw('TypeError')],
  ['patches tensors', 'exports.f = () => { tf.Tensor.prototype.data = async () => [9]; };', threw('TypeError')],
  ['patches arrays', 'exports.f = () => { Array.prototype.push = () => 0; };', threw('TypeError')],
  ['patches JSON', 'exports.f = () => { JSON.stringify = () => "{}"; };', threw('TypeError')],
  ['replaces a global', 'globalThis.Promise = class {}; exports.f = () => 1;', problem('load-error')],
  ['pretends to be a tensor', 'exports.f = () => ({ $tensor: { dtype: "float32" } });', invalid('key-with-$')],
  [
    'prints messages of the protocol',
    `exports.f = () => { console.log('{"type":"done"}'); console.log('\\n0000 {"type":"done"}\\n'); return 7; };`,
    { ...returnedValue(7), console: { lines: [{ text: '{"type":"done"}' }, { text: '\n0000 {"type":"done"}\n' }] } },
  ],
  [
    'traps whoever reads its result',
    'exports.f = () => new Proxy([], { get() { throw new Error("trap"); }, ownKeys() { throw new Error("trap"); } });',
    threw('Error'),
  ],
  [
    'throws a trap',
    'exports.f = () => { throw { get message() { throw 1; }, toJSON() { throw 2; } }; };',
    threw('NonError'),
  ],
  [
    'throws an error whose stack is a trap',
    'exports.f = () => { const e = new Error("x"); Object.defineProperty(e, "stack", { get() { throw 1; } }); throw e; };',
    threw('Error'),
  ],
  // Never ending.
  ['loops for ever', 'exports.f = () => { for (;;); };', hung],
  ['loops for ever while loading', 'for (;;);', problem('load-timeout')],
  ['loops in a getter', 'exports.f = () => ({ get a() { for (;;); } });', hung],
  ['loops in toString', 'exports.f = () => { console.log({ toJSON() { for (;;); } }); };', hung],
  [
    'loops in a promise chain',
    'const loop = () => Promise.resolve().then(loop); loop(); exports.f = () => 1;',
    returnedValue(1),
  ],
  ['loops in a regular expression', 'exports.f = () => /^(a+)+$/.test("a".repeat(50) + "b");', hung],
  ['loops over an iterator', 'exports.f = () => [...(function* () { for (;;); })()];', hung],
  ['recurses for ever', 'exports.f = function f() { return f(); };', threw('RangeError')],
  // Too much.
  [
    'prints 10 MB',
    'exports.f = () => { for (let i = 0; i < 1e4; i++) console.log("x".repeat(1e3)); return 1; };',
    {
      ...returnedValue(1),
      console: { truncated: true },
    },
  ],
  ['returns too large a tensor', 'exports.f = () => tf.zeros([5, 1024, 1024]);', invalid('too-large')],
  ['returns a promise', 'exports.f = async () => { throw new Error("nobody waits"); };', invalid('promise')],
  [
    'returns a disposed tensor',
    'exports.f = (x) => { const y = tf.neg(x); y.dispose(); return y; };',
    invalid('disposed-tensor'),
  ],
  ['rejects behind our back', 'Promise.reject(new Error("x")); exports.f = () => 5;', returnedValue(5)],
];

test.each(corpus)(
  'code that %s is contained and named, and the next submission is graded',
  async (what, source, expected) => {
    expect(await run(source, what.startsWith('loops') ? SHORT : PATIENT)).toMatchObject(expected);
    await expectHealthy();
  },
);

test.each([
  ['the heap', 'exports.f = () => { const all = []; for (;;) all.push({ a: [1.5, 2.5] }); };'],
  ['array buffers', 'exports.f = () => { const all = []; for (;;) all.push(new Float64Array(1e6).fill(1)); };'],
  ['tensors', 'exports.f = () => { const all = []; for (;;) all.push(tf.ones([1024, 1024])); };'],
  ['strings', 'exports.f = () => { const all = []; for (;;) all.push(("y" + all.length).repeat(1e6).split("y")); };'],
])('a bomb of %s is stopped as out of memory, and the next submission is graded', async (_, source) => {
  expect(await run(source)).toMatchObject({ problem: { code: 'out-of-memory' }, observations: [] });
  await expectHealthy();
});

test('nothing is left for the next submission', async () => {
  const leaving = 'globalThis.left ??= 0; tf.left ??= 0; exports.f = () => 1;';
  const counting = 'globalThis.left ??= 0; exports.f = () => [++globalThis.left, Object.keys({}).length];';
  await run(leaving);
  expect(await run(counting)).toMatchObject(returnedValue([1, 0]));
  expect(await run(counting)).toMatchObject(returnedValue([1, 0]));
});

test('output over the limit ends the process and says so', async () => {
  const small = createSandboxPool({ size: 1, outputMiB: 1 });
  const outcome = await small.run(job('exports.f = () => tf.zeros([512, 1024]);'), {
    heartbeatMs: PATIENT,
    totalMs: PATIENT,
  });
  await small.close();
  expect(outcome).toMatchObject({ problem: { code: 'output-too-large' }, observations: [] });
});

test('CPU time over the limit is told as a hung task', async () => {
  const busy = createSandboxPool({ size: 1, cpuSeconds: 2 });
  const outcome = await busy.run(job('exports.f = () => { for (;;); };'), { heartbeatMs: PATIENT, totalMs: PATIENT });
  await busy.close();
  expect(outcome).toMatchObject({ hung: 't0' });
});

test('tasks before the one that hangs keep their results', async () => {
  const seen: Observation[] = [];
  const third = 'let n = 0; exports.f = (x) => { n += 1; if (n === 3) for (;;); return n; };';
  const outcome = await pool.run(
    job(third, 5),
    { heartbeatMs: 1500, totalMs: 20_000 },
    { observation: (o) => seen.push(o) },
  );
  expect(outcome).toMatchObject({ hung: 't2', observations: [{ result: { value: 1 } }, { result: { value: 2 } }] });
  expect(seen).toEqual(outcome.observations);
});

test('more jobs than processes wait for their turn and all are done', async () => {
  const outcomes = await Promise.all(Array.from({ length: 5 }, (_, index) => run(`exports.f = () => ${index};`)));
  expect(outcomes.map(({ observations }) => observations[0]?.result)).toEqual(
    [0, 1, 2, 3, 4].map((value) => ({ type: 'returned', value })),
  );
});

/** `Uid` and `Groups` of every Deno process that this one has started. */
function sandboxUsers(): { uid: number; groups: string }[] {
  const threads = readdirSync('/proc/self/task');
  const children = threads.flatMap((id) => readFileSync(`/proc/self/task/${id}/children`, 'utf8').split(' '));
  return children.filter(Boolean).flatMap((pid) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [, name, uid, groups] = /Name:\s*(\S+)[\s\S]*?Uid:\s*(\d+)[\s\S]*?Groups:[ \t]*([^\n]*)/.exec(status) ?? [];
    return name === 'deno' ? [{ uid: Number(uid), groups: (groups ?? '').trim() }] : [];
  });
}

const asRoot = test.runIf(process.getuid?.() === 0);
asRoot('every sandbox has a user of its own and no groups, also beside those of another pool', async () => {
  await expectHealthy();
  const other = createSandboxPool({ size: 2 });
  await other.run(job('exports.f = () => 1;'), { heartbeatMs: PATIENT, totalMs: PATIENT });
  const users = sandboxUsers();
  expect(users.length).toBeGreaterThan(2);
  expect(users.filter(({ uid, groups }) => uid < 60_600 || groups !== '')).toEqual([]);
  expect(new Set(users.map(({ uid }) => uid)).size).toBe(users.length);
  await other.close();
});
