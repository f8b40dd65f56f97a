import type { Locale } from '@/grading/localized';
import { loadLibrary } from '../my-library';
import type { MonacoAssets } from './assets';
import { LayerDeclarationsSchema, layerTypes } from './layer-types';

export type Monaco = typeof import('./entry');

/** What learner code may use besides the language itself and the tensor library. */
const RUNTIME_TYPES = `
declare const console: Record<'log' | 'info' | 'warn' | 'error' | 'debug', (...data: unknown[]) => void>;
`;

/** Where the editor finds the types of `my-layers`; adding the file again replaces it. */
const LAYERS_FILE = 'file:///node_modules/my-layers/index.d.ts';

let loading: Promise<Monaco> | undefined;

/** The editor, fetched once, with its workers, the tensor types and the reader's language. A failure may be retried. */
export function loadMonaco(assets: MonacoAssets, locale: Locale): Promise<Monaco> {
  loading ??= load(assets, locale).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(assets: MonacoAssets, locale: Locale): Promise<Monaco> {
  self.MonacoEnvironment = {
    getWorker: (_module: string, label: string) =>
      new Worker(label === 'typescript' ? assets.typescriptWorker : assets.editorWorker, { name: label }),
  };
  // The editor reads its labels as it is evaluated, so they come first.
  const labels = locale === 'ko' ? importScript(assets.korean) : Promise.resolve();
  const [monaco, types] = await Promise.all([
    labels.then(() => importScript(assets.editor) as Promise<Monaco>),
    fetchText(assets.types),
    addStyle(assets.style),
  ]);
  const { typescriptDefaults, ScriptTarget, ModuleKind, ModuleResolutionKind } = monaco.typescript;
  typescriptDefaults.setCompilerOptions({
    target: ScriptTarget.ESNext,
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.NodeJs,
    lib: ['esnext'],
    strict: true,
    noEmit: true,
    allowNonTsExtensions: true,
  });
  // 6133: "declared but never read" would greet every starter.
  typescriptDefaults.setDiagnosticsOptions({ diagnosticCodesToIgnore: [6133, 6192, 6196] });
  typescriptDefaults.setExtraLibs([
    { content: types, filePath: 'file:///node_modules/@tensorflow/tfjs-core/index.d.ts' },
    { content: RUNTIME_TYPES, filePath: 'file:///runtime.d.ts' },
  ]);
  return monaco;
}

/** Types `my-layers` as the reader's own library is now. */
export async function typeLayers(monaco: Monaco, assets: MonacoAssets, locale: Locale): Promise<void> {
  const [text, library] = await Promise.all([fetchText(assets.layerTypes), loadLibrary()]);
  const declarations = LayerDeclarationsSchema.parse(JSON.parse(text));
  monaco.typescript.typescriptDefaults.addExtraLib(layerTypes(declarations, library, locale), LAYERS_FILE);
}

function importScript(url: string): Promise<unknown> {
  return import(/* webpackIgnore: true */ /* turbopackIgnore: true */ url);
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

function addStyle(url: string): Promise<void> {
  if (document.querySelector(`link[rel="stylesheet"][href="${url}"]`)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = url;
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(url));
    document.head.append(link);
  });
}
