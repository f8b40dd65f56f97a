import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandboxCommand } from '@/grading/sandbox/command';
import { programFiles } from '@/grading/sandbox/program-files';
import { buildRunners } from '@/scripts/build-runner/build';

/**
 * Learner code finds no `Deno` at all. Should it ever, this is what it meets: each attempt runs with the whole namespace in
 * hand, under the very command that sandboxes run under.
 */
const ATTEMPTS: [string, string][] = [
  ['read a relative path', 'Deno.readTextFileSync("package.json")'],
  ['read an absolute path', 'Deno.readTextFileSync("/etc/passwd")'],
  ['read its own environment in /proc', 'Deno.readTextFileSync("/proc/self/environ")'],
  ['list a folder', '[...Deno.readDirSync("/")]'],
  ['import a file as text', 'await import("file:///etc/passwd", { with: { type: "text" } })'],
  ['import a file as bytes', 'await import("file:///etc/passwd", { with: { type: "bytes" } })'],
  [
    'import JSON by a computed path',
    'await import("file://" + Deno.args.concat("/SECRET").join(""), { with: { type: "json" } })',
  ],
  ['import over HTTP', 'await import("http://127.0.0.1:PORT/module.js")'],
  ['import from npm', 'await import("npm:left-pad@1.3.0")'],
  ['read through Node’s fs', '(await import("node:fs")).readFileSync("/etc/passwd")'],
  ['read a link', 'Deno.readLinkSync("/proc/self/exe")'],
  ['write a file', 'Deno.writeTextFileSync("/tmp/peergrad-was-here", "x")'],
  ['make a temporary file', 'Deno.makeTempFileSync()'],
  ['fetch', 'await fetch("http://127.0.0.1:PORT/")'],
  ['connect', 'await Deno.connect({ hostname: "127.0.0.1", port: PORT })'],
  ['listen', 'Deno.listen({ port: 0 })'],
  [
    'open a web socket',
    'await new Promise((open, refused) => { const s = new WebSocket("ws://127.0.0.1:PORT"); s.onopen = open; s.onerror = refused; })',
  ],
  ['ask the DNS', 'await Deno.resolveDns("localhost", "A")'],
  ['connect to a Unix socket', 'await Deno.connect({ transport: "unix", path: "/tmp/x" })'],
  ['read the environment', 'Deno.env.toObject()'],
  ['read one variable', 'Deno.env.get("DENO_DIR")'],
  ['run a program', 'new Deno.Command("/bin/sh", { args: ["-c", "id"] }).outputSync()'],
  ['run a program through Node', '(await import("node:child_process")).execSync("id")'],
  ['load a library', 'Deno.dlopen("/lib/x86_64-linux-gnu/libc.so.6", { getpid: { parameters: [], result: "i32" } })'],
  ['signal its parent', 'Deno.kill(Deno.ppid, "SIGTERM")'],
  ['ask for the host’s name', 'Deno.hostname()'],
  ['ask who it is', 'Deno.uid()'],
  [
    'ask for permission',
    '(await Deno.permissions.request({ name: "read" })).state === "granted" || Promise.reject(new Error())',
  ],
  ['open a database', 'await Deno.openKv("/tmp/peergrad-kv")'],
  ['keep something in storage', 'localStorage.setItem("left", "1")'],
];

let server: Server;
let folder: string;
let requests = 0;
beforeAll(async () => {
  await buildRunners(process.cwd());
  server = createServer((_, response) => {
    requests += 1;
    response.setHeader('Content-Type', 'text/javascript').end('export default 1');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  folder = mkdtempSync(join(tmpdir(), 'peergrad-probe-'));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'secret.json'), '{"secret":1}');
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** What the attempts gave, in the order of {@link ATTEMPTS}: `allowed …` or `refused …`. */
function attemptAll(): string[] {
  const { port } = server.address() as AddressInfo;
  const attempts = JSON.stringify(ATTEMPTS.map(([, code]) => code))
    .replaceAll('PORT', String(port))
    .replaceAll('/SECRET', join(folder, 'secret.json'));
  const bundle = join(folder, 'probe.js');
  // Compiled at run time, as learner code is: what stands in the module itself Deno would read before it asks.
  writeFileSync(
    bundle,
    `const AsyncFunction = (async () => {}).constructor;
     for (const code of ${attempts}) {
       try { console.log('allowed', JSON.stringify(await new AsyncFunction('return ' + code)())); }
       catch (error) { console.log('refused', error?.name ?? error?.type); }
     }`,
  );
  const isRoot = process.getuid?.() === 0;
  const { deno } = programFiles(process.cwd(), isRoot);
  const [program, ...args] = sandboxCommand(deno, bundle, { heapMiB: 256, cpuSeconds: 60, tasks: null });
  const environment: Record<string, string> = { DENO_DIR: '/nonexistent' };
  const { stdout, stderr } = spawnSync(program, args, {
    cwd: '/',
    env: environment as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv,
    encoding: 'utf8',
    ...(isRoot && { uid: 60_599, gid: 60_599 }),
  });
  const lines = stdout.trim().split('\n');
  expect(lines, stderr).toHaveLength(ATTEMPTS.length);
  return lines;
}

test('without one permission, a process can do none of what its namespace offers', () => {
  const outcomes = attemptAll().map((line, index) => `${ATTEMPTS[index]?.[0]}: ${line}`);
  expect(outcomes.filter((line) => !line.includes(': refused'))).toEqual([]);
  expect(requests).toBe(0);
});
