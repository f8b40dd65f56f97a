import type { AnyNode, Identifier, ImportDeclaration, MemberExpression, Program } from 'acorn';
import { ancestor } from 'acorn-walk';
import { matchForbidden } from './forbidden';
import { GUARD_NAME } from './guard-text';
import { LAYERS_MODULE } from './library';

/** A name in the source that an exercise refuses, and where: offset into the scanned text. */
export interface Finding {
  kind: 'import' | 'name';
  name: string;
  /** The text to look for at that place in the learner's own line. */
  token: string;
  start: number;
}

/** The one module that learner code may always import. */
export const TENSOR_MODULE = '@tensorflow/tfjs-core';

const isGlobalRead = (node: Identifier, parent: AnyNode | undefined): boolean => {
  if (parent?.type === 'MemberExpression') return parent.object === node || parent.computed;
  if (parent?.type === 'Property') return parent.value === node && !parent.method;
  return true;
};

/** `tf.layers.dense` of a member expression whose root is an identifier; null when a part is computed at run time. */
function dottedPath(node: AnyNode): string[] | null {
  if (node.type === 'Identifier') return [node.name];
  if (node.type !== 'MemberExpression') return null;
  const property = propertyName(node);
  const object = dottedPath(node.object);
  return property !== null && object ? [...object, property] : null;
}

function propertyName(node: MemberExpression): string | null {
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : null;
  return node.property.type === 'Literal' && typeof node.property.value === 'string' ? node.property.value : null;
}

function importedOperation(specifier: ImportDeclaration['specifiers'][number]): string | null {
  if (specifier.type !== 'ImportSpecifier') return null;
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : String(specifier.imported.value);
}

/**
 * Everything in a module that is not allowed, in source order. The scan is a courtesy with a location: what it can be
 * fooled about (aliases, computed names) is refused at run time by the proxied `tf`.
 */
export function scan(
  program: Program,
  forbidden: readonly string[],
  modules: readonly string[] = [TENSOR_MODULE],
): Finding[] {
  const findings: Finding[] = [];
  const namespaces = new Set(['tf']);
  const report = (kind: Finding['kind'], name: string, token: string, start: number) =>
    findings.push({ kind, name, token, start });
  /** With these two, code could reach the counters of its own guards. */
  const refuseOurs = ({ name, start }: Identifier) => {
    if (name === 'eval' || name.startsWith(GUARD_NAME)) report('name', name, name, start);
  };
  const refuse = (path: string, token: string, start: number): boolean => {
    const entry = matchForbidden(path, forbidden);
    if (entry === undefined) return false;
    report('name', path, token, start);
    return true;
  };
  const checkModule = (value: unknown, start: number) => {
    if (!modules.includes(String(value))) report('import', String(value), String(value), start);
  };

  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration') continue;
    checkModule(statement.source.value, statement.source.start);
    if (statement.source.value !== TENSOR_MODULE) continue;
    for (const specifier of statement.specifiers) {
      const operation = importedOperation(specifier);
      if (operation === null) namespaces.add(specifier.local.name);
      else refuse(`tf.${operation}`, operation, specifier.start);
    }
  }

  ancestor(program, {
    ExportNamedDeclaration(node) {
      if (node.source) checkModule(node.source.value, node.source.start);
    },
    ExportAllDeclaration(node) {
      checkModule(node.source.value, node.source.start);
    },
    ImportExpression(node) {
      report('import', node.source.type === 'Literal' ? String(node.source.value) : 'import(…)', 'import', node.start);
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') {
        report('import', 'require(…)', 'require', node.start);
      }
    },
    MemberExpression(node, _state, ancestors) {
      const name = propertyName(node);
      if (name === null) return;
      const path = dottedPath(node);
      const start = node.property.start;
      if (path && namespaces.has(path[0] ?? '')) {
        const parent = ancestors.at(-2);
        const isInner = parent?.type === 'MemberExpression' && parent.object === node;
        if (!isInner || !matchForbidden(`tf.${[...path.slice(1), propertyName(parent)].join('.')}`, forbidden)) {
          refuse(['tf', ...path.slice(1)].join('.'), name, start);
        }
        return;
      }
      if (path && refuse(path.join('.'), name, start)) return;
      if (forbidden.includes(`.${name}`)) report('name', `.${name}`, name, start);
    },
    Pattern(node) {
      if (node.type === 'Identifier') refuseOurs(node);
    },
    Identifier(node, _state, ancestors) {
      refuseOurs(node);
      if (isGlobalRead(node, ancestors.at(-2))) refuse(node.name, node.name, node.start);
    },
    AwaitExpression(node) {
      refuse('async', 'await', node.start);
    },
    Function(node) {
      if (node.async) refuse('async', 'async', node.start);
    },
  });
  return findings.sort((a, b) => a.start - b.start);
}

/** Names that a module exports. */
export function exportedNames(program: Program): string[] {
  return program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return [];
    const { declaration } = statement;
    if (declaration?.type === 'VariableDeclaration') {
      return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
    }
    if (declaration) return [declaration.id.name];
    return statement.specifiers.map(({ exported }) =>
      exported.type === 'Identifier' ? exported.name : String(exported.value),
    );
  });
}

/** A name that a module takes out of `my-layers`, and where. */
export interface LayerUse {
  name: string;
  start: number;
}

/**
 * What a module takes out of `my-layers`: names that it imports, and members of the whole that it names. `whole` when it
 * takes the whole under a name, of which members may also be reached by computed names.
 */
export function layerUses(program: Program): { uses: LayerUse[]; whole: boolean } {
  const uses: LayerUse[] = [];
  const wholes = new Set<string>();
  let whole = false;
  for (const statement of program.body) {
    if (statement.type === 'ExportNamedDeclaration' && statement.source?.value === LAYERS_MODULE) {
      for (const { local, start } of statement.specifiers) {
        uses.push({ name: local.type === 'Identifier' ? local.name : String(local.value), start });
      }
    }
    if (statement.type === 'ExportAllDeclaration' && statement.source.value === LAYERS_MODULE) whole = true;
    if (statement.type !== 'ImportDeclaration' || statement.source.value !== LAYERS_MODULE) continue;
    for (const specifier of statement.specifiers) {
      const name = importedOperation(specifier);
      if (name === null) wholes.add(specifier.local.name);
      else uses.push({ name, start: specifier.start });
    }
  }
  ancestor(program, {
    MemberExpression(node) {
      const name = propertyName(node);
      if (name === null || node.object.type !== 'Identifier' || !wholes.has(node.object.name)) return;
      uses.push({ name, start: node.property.start });
    },
  });
  return { uses: uses.sort((a, b) => a.start - b.start), whole: whole || wholes.size > 0 };
}
