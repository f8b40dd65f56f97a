import { expect, type Page, test } from '@playwright/test';
import type { PageRunner, PageRunnerOptions } from '@/grading/browser/page-runner';
import { ALLOWED_GLOBALS, ALLOWED_MEMBERS } from '@/grading/harness/realm-allow-list';
import type { RunOutcome, WireValue } from '@/grading/task';
import { type RunnerSite, startRunnerSite } from './runner-site';

declare global {
  var createPageRunner: (options: PageRunnerOptions) => PageRunner;
  var runner: PageRunner;
}

let site: RunnerSite;
test.beforeAll(async () => {
  site = await startRunnerSite();
});
test.afterAll(() => site.close());

/** What `exports.f = (x, rng) => …` gives when a learner's code runs in the page. */
async function returned(page: Page, body: string): Promise<unknown> {
  await page.goto(site.url);
  const text = await page.evaluate(
    async ([urls, source]) => {
      globalThis.runner = createPageRunner({ urls: JSON.parse(urls) });
      const x: WireValue = { $tensor: { dtype: 'float32', shape: [1], base64: 'AACAPw==' } };
      const outcome = await runner.run(
        {
          source,
          entries: ['f'],
          forbidden: [],
          tasks: [{ id: 'a', do: 'call', fn: 'f', args: [x, { $rng: 1 }] }],
        },
        { heartbeatMs: 10_000, totalMs: 30_000 },
      );
      return JSON.stringify(outcome);
    },
    [
      // The realm is closed by the same lines on every backend, and the CPU's is ready first.
      JSON.stringify({ ...site.runners, webgpu: site.runners.cpu }),
      `const tf = require('@tensorflow/tfjs-core'); exports.f = (x, rng) => { ${body} };`,
    ] as const,
  );
  const outcome: RunOutcome = JSON.parse(text);
  expect(outcome.problem).toBeUndefined();
  const result = outcome.observations[0]?.result;
  return result?.type === 'returned' ? result.value : result;
}

/** Every name by which a worker could reach the network, storage, other contexts or the page. */
const REACHING_OUT = [
  'fetch XMLHttpRequest WebSocket WebSocketStream EventSource WebTransport RTCPeerConnection importScripts',
  'Worker SharedWorker ServiceWorker indexedDB caches CacheStorage BroadcastChannel MessageChannel localStorage',
  'sessionStorage cookieStore navigator location self postMessage addEventListener onmessage close Notification',
  'FileReaderSync FileSystemHandle StorageManager Request Response URL Blob SharedArrayBuffer Atomics WebAssembly',
  'setTimeout setInterval performance Date trustedTypes OffscreenCanvas EventTarget WorkerGlobalScope GPU',
]
  .join(' ')
  .split(' ');

test('learner code finds none of the names that reach out of the worker', async ({ page }) => {
  const names = JSON.stringify(REACHING_OUT);
  const found = await returned(
    page,
    `const global = (0, eval)('this'); const made = new Function('return this')();
     return ${names}.filter((name) => global[name] !== undefined || made[name] !== undefined);`,
  );
  expect(found).toEqual([]);
});

test('nothing but the allow-list is reachable from the global object, so a new browser global fails here', async ({
  page,
}) => {
  const reachable = (await returned(
    page,
    `const members = {};
     const global = (0, eval)('this');
     for (let level = global; level && level !== Object.prototype; level = Object.getPrototypeOf(level)) {
       for (const name of Reflect.ownKeys(level)) {
         const value = Reflect.getOwnPropertyDescriptor(level, name).value;
         const names = (of) => Reflect.ownKeys(of).filter((key) => typeof key === 'string');
         const isOpen = (typeof value === 'object' || typeof value === 'function') && value && value !== global;
         members[String(name)] = isOpen && name !== 'console' ? names(value) : [];
         if (isOpen && value.prototype) members[name + '.prototype'] = names(value.prototype);
       }
     }
     return members;`,
  )) as Record<string, string[]>;
  // Two numbers (file system types) that Chromium does not let anybody remove.
  const constants = ['TEMPORARY', 'PERSISTENT'];
  const unexpected = Object.entries(reachable).flatMap(([path, names]) => [
    ...[path].filter((name) => !ALLOWED_GLOBALS.has(name.replace('.prototype', '')) && !constants.includes(name)),
    ...names
      .filter((name) => !['length', 'name', 'prototype'].includes(name) && !ALLOWED_MEMBERS.get(path)?.has(name))
      .map((name) => `${path}.${name}`),
  ]);
  expect(unexpected).toEqual([]);
  expect(Object.keys(reachable)).toContain('Array.prototype');
});

test('no host object is reachable from the library, a tensor, the console or an error', async ({ page }) => {
  const natives = await returned(
    page,
    `const seen = new Set();
     const found = [];
     let known = true;
     const isNative = (value) => typeof value === 'function' && /\\[native code\\]/.test(Function.prototype.toString.call(value));
     const walk = (value, path) => {
       if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
       seen.add(value);
       if (!known && isNative(value)) found.push(path);
       walk(Object.getPrototypeOf(value), path + '.[[Prototype]]');
       for (const key of Reflect.ownKeys(value)) {
         let descriptor;
         try { descriptor = Reflect.getOwnPropertyDescriptor(value, key); } catch { continue; }
         const at = path + '.' + String(key);
         walk(descriptor?.value, at); walk(descriptor?.get, at); walk(descriptor?.set, at);
       }
     };
     const syntax = [async () => {}, function* () {}, async function* () {}, async function* () {}(), 'a'.matchAll(/a/g)];
     for (const start of [(0, eval)('this'), ...syntax, [].values(), new Map().keys(), new Set().keys(), ''[Symbol.iterator]()]) {
       walk(start, 'known');
     }
     known = false;
     let error; try { null.x } catch (thrown) { error = thrown }
     let opError; try { tf.matMul(x, x) } catch (thrown) { opError = thrown }
     const y = tf.neg(x);
     for (const [name, value] of Object.entries({ tf, x, y, rng, console, module, require, error, opError, arguments: [x, rng], math: Math, f: exports.f })) {
       walk(value, name);
     }
     y.dispose();
     return found;`,
  );
  // V8's own accessors on every error.
  expect(natives).toEqual(['error.stack', 'error.stack']);
});

for (const [what, body] of [
  ['a dynamic import of a data URL', 'return import("data:text/javascript,export default 1");'],
  ['a dynamic import of the API', 'return import("/api/me");'],
  ['a computed dynamic import', 'return new Function("return import(\'/api/me?computed\')")();'],
] as const) {
  test(`${what} is no result and reaches nobody`, async ({ page }) => {
    const result = await returned(page, body);
    expect(result).toEqual({ type: 'invalid', invalid: { what: 'promise', path: '' } });
    expect(site.apiRequests).toEqual([]);
  });
}

test('intrinsics, the library and the global object cannot be changed', async ({ page }) => {
  const changed = await returned(
    page,
    `const attempts = {
       array: () => { Array.prototype.map = () => []; },
       push: () => { Object.defineProperty(Array.prototype, 'push', { value: () => 0 }); },
       object: () => { Object.prototype.stolen = 1; },
       json: () => { JSON.stringify = () => '{}'; },
       promise: () => { Promise.prototype.then = () => {}; },
       trace: () => { Error.prepareStackTrace = () => []; },
       tensor: () => { tf.Tensor.prototype.data = () => [9]; },
       hasInstance: () => { Object.defineProperty(tf.Tensor, Symbol.hasInstance, { value: () => true }); },
       library: () => { tf.neg = () => x; },
       global: () => { (0, eval)('this').Array = class {}; },
       console: () => { console.log = () => {}; },
     };
     return Object.keys(attempts).filter((name) => {
       try { attempts[name](); return true; } catch { return false; }
     });`,
  );
  expect(changed).toEqual([]);
});

test('ordinary shadowing of toString and of an error’s name still works', async ({ page }) => {
  const shown = await returned(
    page,
    `const o = {}; o.toString = () => 'own';
     class Wrong extends Error { constructor(m) { super(m); this.name = 'Wrong'; } }
     return [String(o), String(new Wrong('shape'))];`,
  );
  expect(shown).toEqual(['own', 'Wrong: shape']);
});

/** A worker that closes nothing by itself: what is refused here is refused by the policy alone. */
const PROBE = `
const tried = {
  fetch: () => fetch('/api/me'),
  xhr: () => { const x = new XMLHttpRequest(); x.open('GET', '/api/me', false); x.send(); },
  webSocket: () => new Promise((open, refused) => {
    const s = new WebSocket('ws://' + location.host + '/api/socket'); s.onopen = open; s.onerror = refused; }),
  eventSource: () => new Promise((open, refused) => {
    const s = new EventSource('/api/events'); s.onopen = open; s.onmessage = open; s.onerror = refused; }),
  importScripts: () => importScripts('/api/script.js'),
  dynamicImport: () => import('/api/module.js'),
  dataImport: () => import('data:text/javascript,export default 1'),
  worker: () => new Promise((open, refused) => {
    const w = new Worker('/api/worker.js'); w.onmessage = open; w.onerror = refused; }),
  blobWorker: () => new Promise((open, refused) => {
    const w = new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))); w.onmessage = open; w.onerror = refused; }),
};
(async () => {
  const allowed = [];
  for (const [name, attempt] of Object.entries(tried)) {
    try { await attempt(); allowed.push(name); } catch {}
  }
  const adapter = await navigator.gpu?.requestAdapter();
  const device = await adapter?.requestDevice();
  postMessage({ allowed, compiles: new Function('return 2')(), webgpu: Boolean(device) });
})();`;

test('the policy alone refuses the network, imports and nested workers, and WebGPU still works', async ({ page }) => {
  site.addRunnerScript('probe.js', PROBE);
  await page.goto(site.url);
  const seen = await page.evaluate(
    () =>
      new Promise((resolve) => {
        new Worker('/runner/probe.js').onmessage = ({ data }) => resolve(data);
      }),
  );
  expect(seen).toEqual({ allowed: [], compiles: 2, webgpu: true });
  expect(site.apiRequests).toEqual([]);
});
