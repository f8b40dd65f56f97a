import path from 'node:path';
import ts from 'typescript';
import { atLine, type MdxNode, type MdxText, walk } from './mdx-tree';

const IMPORT = "import * as tf from '@tensorflow/tfjs-core';";

/** Long enough to say why. */
const REASON = /^nocheck="[^"]{10,}"$/;

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

function blocksOf({ tree }: MdxText): MdxNode[] {
  return [...walk(tree)].map(({ node }) => node).filter(({ type, lang }) => type === 'code' && lang === 'ts');
}

/** Blocks that opt out without a reason. */
export function optOutProblems(text: MdxText): string[] {
  return blocksOf(text)
    .filter(({ meta }) => meta?.startsWith('nocheck') && !REASON.test(meta))
    .map((node) => atLine(node, 'nocheck needs a reason: ```ts nocheck="shows what the compiler refuses"'));
}

/**
 * The program that a text's blocks make together: they share one scope, as they are read. Each line stands where it stands
 * in the text, so that an error names the text's line. `tf` is there even where a text does not import it.
 */
export function programOf(text: MdxText): string {
  const lines = new Array<string>(text.source.split('\n').length).fill('');
  for (const { position, value, meta } of blocksOf(text)) {
    if (meta?.startsWith('nocheck')) continue;
    value?.split('\n').forEach((line, index) => {
      lines[(position?.start.line ?? 0) + index] = line;
    });
  }
  if (!lines.some((line) => line.startsWith(IMPORT.slice(0, 18)))) lines[0] = IMPORT;
  return `${lines.join('\n')}\nexport {};`;
}

/** Type errors of the code in each text, by file. One program for all, since the library's types take the most time. */
export function typeProblems(texts: readonly MdxText[]): Map<string, string[]> {
  const root = process.cwd();
  const programs = new Map(texts.map((text) => [path.join(root, `${text.file}.ts`), programOf(text)]));
  const host = ts.createCompilerHost(options);
  const onDisk = { fileExists: host.fileExists, readFile: host.readFile };
  host.fileExists = (file) => programs.has(file) || onDisk.fileExists(file);
  host.readFile = (file) => programs.get(file) ?? onDisk.readFile(file);
  const program = ts.createProgram([...programs.keys()], options, host);
  return new Map(
    texts.map((text) => {
      const source = program.getSourceFile(path.join(root, `${text.file}.ts`));
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [text.file, found.map((one) => typeProblem(one))];
    }),
  );
}

function typeProblem({ file, start = 0, messageText }: ts.Diagnostic): string {
  const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
  return `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}
