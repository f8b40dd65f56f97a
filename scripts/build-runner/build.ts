import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type RunnerFiles, RunnerFilesSchema } from '@/grading/harness/runner-files';

const WORKERS = ['webgpu', 'webgl', 'cpu'] as const;
const MANIFEST = '.generated/runners.json';
/** All that decides what the bundles hold. */
const SOURCES = ['grading', 'scripts/build-runner'];

async function sourcesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function stampOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  const files = (await Promise.all(SOURCES.map((folder) => sourcesBelow(join(root, folder))))).flat();
  for (const file of files) hash.update(file.slice(root.length)).update(await readFile(file));
  for (const name of ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-webgpu', 'esbuild']) {
    hash.update(await readFile(join(root, 'node_modules', name, 'package.json')));
  }
  return hash.digest('hex').slice(0, 16);
}

async function readBuilt(root: string): Promise<RunnerFiles | null> {
  const path = join(root, MANIFEST);
  if (!existsSync(path)) return null;
  const parsed = RunnerFilesSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  return parsed.success ? parsed.data : null;
}

async function bundle(root: string, entry: string, format: 'iife' | 'esm'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    // The WebGPU backend looks for the one capture that it does not name freely.
    define: { 'globalThis.navigator': 'navigator' },
    inject: [join(root, 'grading/harness/host-globals.ts')],
    bundle: true,
    minify: true,
    keepNames: false,
    format,
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    // Strict, so that no function of ours gives its caller or receiver away.
    banner: { js: '"use strict";' },
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

async function write(folder: string, name: string, text: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = `${name}.${hashOf(text)}.js`;
  const old = (await readdir(folder)).filter((other) => other.startsWith(`${name}.`) && other.endsWith('.js'));
  await writeFile(join(folder, file), text);
  await Promise.all(old.filter((other) => other !== file).map((other) => rm(join(folder, other))));
  return file;
}

/** Builds the bundles below `root` unless they are up to date. */
export async function buildRunners(root: string): Promise<{ built: boolean; runners: RunnerFiles }> {
  const stamp = await stampOf(root);
  const before = await readBuilt(root);
  const paths = before && [...WORKERS.map((name) => join('public', before[name])), before.sandbox];
  if (before?.stamp === stamp && paths?.every((path) => existsSync(join(root, path)))) {
    return { built: false, runners: before };
  }
  const workers = await Promise.all(
    WORKERS.map(async (name) => {
      const text = await bundle(root, `grading/browser/worker/${name}.worker.ts`, 'iife');
      return [name, `/runner/${await write(join(root, 'public/runner'), name, text)}`] as const;
    }),
  );
  const sandbox = await write(
    join(root, '.generated'),
    'sandbox',
    await bundle(root, 'grading/sandbox/child.ts', 'esm'),
  );
  const runners = RunnerFilesSchema.parse({ ...Object.fromEntries(workers), sandbox: `.generated/${sandbox}`, stamp });
  await writeFile(join(root, MANIFEST), `${JSON.stringify(runners, null, 2)}\n`);
  return { built: true, runners };
}
