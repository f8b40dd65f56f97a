/**
 * Bundles the editor, its two workers and the tensor library's types into `public/monaco/HASH/`, and writes their
 * addresses to `.generated/monaco.json`. Does nothing when all of it is already there for these versions.
 *
 *   npx tsx scripts/build-monaco.ts
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { MonacoAssets } from '@/components/workbench/monaco/assets';
import { LAYERS } from '@/contracts/layers';
import { layerDeclarations, starterOf } from './layer-types';
import { rollUpTensorTypes } from './tensor-types';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = path.join(root, 'node_modules');
const inputs = [
  'components/workbench/monaco/entry.ts',
  'scripts/build-monaco.ts',
  'scripts/tensor-types.ts',
  'scripts/layer-types.ts',
];
const packages = ['monaco-editor', '@tensorflow/tfjs-core', 'esbuild'];

/** The language service carries the types of every DOM and worker API; learner code has none of them. */
const withoutDomLibraries: Plugin = {
  name: 'without-dom-libraries',
  setup({ onLoad }) {
    onLoad({ filter: /typescript[\\/]lib[\\/]lib\.js$/ }, async ({ path: file }) => {
      const { libFileMap } = (await import(pathToFileURL(file).href)) as { libFileMap: Record<string, string> };
      const kept = Object.entries(libFileMap).filter(([name]) => !/^lib\.(dom|webworker|scripthost)/.test(name));
      return { contents: `export const libFileMap = ${JSON.stringify(Object.fromEntries(kept))};` };
    });
  },
};

/** The module that starts language workers also imports every feature of the editor: the entry names those we want. */
const onlyNamedFeatures: Plugin = {
  name: 'only-named-features',
  setup({ onLoad }) {
    onLoad({ filter: /internal[\\/]common[\\/]workers\.js$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8').replace(/^import '[^']*';$/gm, ''),
      resolveDir: path.dirname(file),
    }));
  },
};

export async function buildMonaco(): Promise<void> {
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(readFileSync(path.join(root, input)));
  for (const { exercise } of LAYERS) hash.update(readFileSync(starterOf(root, exercise)));
  for (const name of packages) hash.update(readFileSync(path.join(modules, name, 'package.json')));
  const version = hash.digest('hex').slice(0, 12);
  const folder = path.join(root, 'public', 'monaco', version);
  const manifest = path.join(root, '.generated', 'monaco.json');
  const url = (file: string) => `/monaco/${version}/${file}`;
  const assets: MonacoAssets = {
    editor: url('editor.js'),
    style: url('editor.css'),
    korean: url('korean.js'),
    editorWorker: url('editor.worker.js'),
    typescriptWorker: url('ts.worker.js'),
    types: url('tfjs-core.d.ts'),
    layerTypes: url('my-layers.json'),
  };
  if (Object.values(assets).some((file) => !existsSync(path.join(root, 'public', file)))) {
    rmSync(path.dirname(folder), { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await bundle(folder);
    writeFileSync(path.join(folder, 'my-layers.json'), JSON.stringify(layerDeclarations(root)));
    writeFileSync(path.join(folder, 'tfjs-core.d.ts'), rollUpTensorTypes(path.join(modules, '@tensorflow/tfjs-core')));
  }
  mkdirSync(path.dirname(manifest), { recursive: true });
  writeFileSync(manifest, `${JSON.stringify(assets, null, 2)}\n`);
}

async function bundle(folder: string): Promise<void> {
  const common = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    target: 'es2022',
    legalComments: 'none' as const,
    logLevel: 'error' as const,
  };
  const vs = path.join(modules, 'monaco-editor', 'esm', 'vs');
  await build({
    ...common,
    entryPoints: { editor: inputs[0] ?? '', korean: path.join(vs, 'nls', 'lang', 'ko.js') },
    outdir: folder,
    format: 'esm',
    loader: { '.ttf': 'file' },
    assetNames: '[name]',
    plugins: [onlyNamedFeatures],
  });
  await build({
    ...common,
    entryPoints: {
      'editor.worker': path.join(vs, 'editor', 'editor.worker.js'),
      'ts.worker': path.join(vs, 'language', 'typescript', 'ts.worker.js'),
    },
    outdir: folder,
    format: 'iife',
    plugins: [withoutDomLibraries],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildMonaco();
