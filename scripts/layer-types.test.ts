import ts from 'typescript';
import { expect, test } from 'vitest';
import { layerTypes } from '@/components/workbench/monaco/layer-types';
import { LAYERS, libraryOf } from '@/contracts/layers';
import { exportsOf } from '@/grading/library';
import { layerDeclarations } from './layer-types';

const declarations = layerDeclarations(process.cwd());

/** What the compiler says about a program that imports from `my-layers`. */
function complaints(types: string, source: string): string[] {
  const files = new Map([
    ['/my-layers.ts', types],
    ['/main.ts', source],
  ]);
  const host = ts.createCompilerHost({});
  const readOwn = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) => {
    const text = files.get(name);
    return text === undefined ? readOwn(name, version) : ts.createSourceFile(name, text, version, true);
  };
  const exists = host.fileExists.bind(host);
  host.fileExists = (name) => files.has(name) || exists(name);
  const program = ts.createProgram(
    [...files.keys()],
    {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      module: ts.ModuleKind.ESNext,
      skipLibCheck: true,
      types: [],
      baseUrl: process.cwd(),
      paths: { '@tensorflow/*': ['node_modules/@tensorflow/*'] },
    },
    host,
  );
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const everything = Object.fromEntries(LAYERS.map(({ exercise }) => [exercise, '']));

test('every layer is declared, and views have the parameters that are left', () => {
  const types = layerTypes(declarations, libraryOf(everything), 'en');
  const names = LAYERS.flatMap(exportsOf);
  const use = names.map((name) => `export type T_${name} = typeof layers.${name};`).join('\n');
  const source = `import * as layers from 'my-layers';
    import type { Tensor4D } from '@tensorflow/tfjs-core';
    ${use}
    declare const x: Tensor4D;
    export const y: Tensor4D = layers.maxPool(x, 2, 2, 0);`;
  expect(complaints(types, source)).toEqual([]);
  expect(complaints(types, source.replace('2, 2, 0', "2, 2, 0, 'max'"))).toHaveLength(1);
}, 60_000);

test('what is not passed is struck through, with the reason in the language of the page', () => {
  const types = layerTypes(declarations, libraryOf({ '05-convolution/pool2d': '' }), 'ko');
  expect(types).toMatch(
    /\* @deprecated 아직 내 라이브러리에 없습니다\. 먼저 '합성곱 기본' 실습을 통과하십시오\.\s*\*\/\s*export function conv2d\(/,
  );
  expect(types).not.toMatch(/@deprecated[^*]*\*\/\s*export function pool2d\(/);
});

test('no two layers export one name', () => {
  const names = LAYERS.flatMap(exportsOf);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
