import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const PACKAGE = '@tensorflow/tfjs-core';

/**
 * The part of the tensor library that a learner may meet. Left out: kernels, backends, platforms, file formats,
 * optimizers and losses, which only make completion lists long.
 */
const CURATED = `declare module '${PACKAGE}' {
  export { Scalar, Tensor, Tensor1D, Tensor2D, Tensor3D, Tensor4D, Tensor5D, TensorBuffer, Variable } from '${PACKAGE}/dist/tensor';
  export { NamedTensorMap, TensorContainer } from '${PACKAGE}/dist/tensor_types';
  export { DataType, Rank, ShapeMap, TensorLike, TypedArray } from '${PACKAGE}/dist/types';
  export { MemoryInfo } from '${PACKAGE}/dist/engine';
  export * from '${PACKAGE}/dist/ops/ops';
  export { dispose, keep, memory, tidy } from '${PACKAGE}/dist/globals';
  export { customGrad, grad, grads, valueAndGrad, valueAndGrads } from '${PACKAGE}/dist/gradients';
}
`;
const ROOTS = ['tensor', 'tensor_types', 'types', 'engine', 'ops/ops', 'globals', 'gradients'];

/**
 * One declaration file for \`import * as tf from '@tensorflow/tfjs-core'\`, with the documentation of every operation,
 * made from the package's own declarations: each reachable file becomes one ambient module.
 */
export function rollUpTensorTypes(packageFolder: string): string {
  const dist = path.join(packageFolder, 'dist');
  const modules = new Map<string, string>();
  const queue = ROOTS.map((root) => path.join(dist, `${root}.d.ts`));
  for (let file = queue.pop(); file; file = queue.pop()) {
    const name = moduleName(dist, file);
    if (modules.has(name)) continue;
    const { text, imports } = toAmbientModule(dist, file, name);
    modules.set(name, text);
    queue.push(...imports);
  }
  const sorted = [...modules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return [CURATED, ...sorted].join('');
}

function moduleName(dist: string, file: string): string {
  return `${PACKAGE}/dist/${path
    .relative(dist, file)
    .replaceAll(path.sep, '/')
    .replace(/\.d\.ts$/, '')}`;
}

function toAmbientModule(dist: string, file: string, name: string) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const imports: string[] = [];
  const edits: { start: number; end: number; text: string }[] = [];
  const operations = operationAliases(source);

  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && isModuleSpecifier(node)) {
      const target = resolve(file, node.text);
      if (target) {
        imports.push(target);
        edits.push({ start: node.getStart(), end: node.getEnd(), text: `'${moduleName(dist, target)}'` });
      } else if (node.text.startsWith(`${PACKAGE}/dist/`)) {
        imports.push(path.join(dist, `${node.text.slice(PACKAGE.length + '/dist/'.length)}.d.ts`));
      }
    }
    const inside = edits.some(({ start, end }) => node.getStart() >= start && node.getEnd() <= end);
    if (node.kind === ts.SyntaxKind.DeclareKeyword && !inside)
      edits.push({ start: node.getStart(), end: node.getEnd(), text: '' });
    ts.forEachChild(node, visit);
  };

  for (const statement of source.statements) {
    const alias = operations.get(statement);
    if (alias === 'drop') edits.push({ start: statement.getFullStart(), end: statement.getEnd(), text: '' });
    else {
      if (alias && ts.isFunctionDeclaration(statement) && statement.name) {
        const name = statement.name.getEnd();
        edits.push({ start: statement.getStart(), end: name, text: `export function ${alias}` });
        ts.forEachChild(statement, visit);
      } else visit(statement);
    }
  }
  const licence = source.statements[0]?.getStart() ?? 0;
  let text = source.text;
  for (const edit of edits.sort((a, b) => b.start - a.start)) {
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  }
  const header = source.statements[0] && ts.getLeadingCommentRanges(source.text, source.statements[0].getFullStart());
  const from = Math.min(licence, header?.at(-1)?.pos ?? licence);
  return { text: `declare module '${name}' {\n${text.slice(from).replace(/^\/\/\/ <.*$/gm, '')}\n}\n`, imports };
}

/**
 * The package writes an operation as \`function matMul_\` with its documentation and \`const matMul: typeof matMul_\`
 * without. A hover should show the documentation, so the function gets the public name and the constant goes.
 */
function operationAliases(source: ts.SourceFile): Map<ts.Statement, string> {
  const result = new Map<ts.Statement, string>();
  const functions = source.statements.filter(ts.isFunctionDeclaration);
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    const [declaration] = statement.declarationList.declarations;
    if (!declaration?.type || !ts.isTypeQueryNode(declaration.type)) continue;
    const wrapped = declaration.type.exprName.getText();
    const overloads = functions.filter((one) => one.name?.text === wrapped);
    if (overloads.length === 0 || wrapped !== `${declaration.name.getText()}_`) continue;
    result.set(statement, 'drop');
    for (const one of overloads) result.set(one, declaration.name.getText());
  }
  return result;
}

function isModuleSpecifier(node: ts.StringLiteral): boolean {
  const { parent } = node;
  return (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    (ts.isLiteralTypeNode(parent) && ts.isImportTypeNode(parent.parent))
  );
}

function resolve(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const base = path.resolve(path.dirname(from), specifier);
  return [`${base}.d.ts`, path.join(base, 'index.d.ts')].find((file) => ts.sys.fileExists(file));
}
