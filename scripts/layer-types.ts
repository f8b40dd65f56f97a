import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { LAYERS } from '../contracts/layers';

/** Declarations of each layer by exercise, as its starter types and documents it: the body of an ambient module. */
export function layerDeclarations(root: string): Record<string, string> {
  return Object.fromEntries(
    LAYERS.map(({ exercise }) => [exercise, declarationsOf(readFileSync(starterOf(root, exercise), 'utf8'))]),
  );
}

/** The files that {@link layerDeclarations} reads. */
export const starterOf = (root: string, exercise: string): string =>
  path.join(root, 'exercises', exercise, 'starter.ts');

function declarationsOf(source: string): string {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(source, {
    fileName: 'starter.ts',
    reportDiagnostics: true,
  });
  const [wrong] = diagnostics;
  if (wrong) throw new Error(ts.flattenDiagnosticMessageText(wrong.messageText, '\n'));
  return outputText.replace(/^export declare /gm, 'export ').replace(/^declare /gm, '');
}
