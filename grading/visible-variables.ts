import type {
  AnyNode,
  ArrowFunctionExpression,
  Expression,
  FunctionDeclaration,
  FunctionExpression,
  Node,
  Pattern,
} from 'acorn';
import { full, simple } from 'acorn-walk';

/** A variable that code at some place may read. */
export interface Variable {
  name: string;
  /** Whether reading it there may throw, since it may not be initialized yet. */
  uncertain: boolean;
}

interface Declared {
  /** End of the declaration for what cannot be read before it; 0 for parameters and `var`. */
  from: number;
}

/** Walks `node` without entering functions, itself excepted. */
function ownNodes(node: AnyNode): AnyNode[] {
  const found: AnyNode[] = [];
  const inner: Node[] = [];
  full(node, (each) => {
    found.push(each as AnyNode);
    if (each !== node && isFunction(each as AnyNode)) inner.push(each);
  });
  return found.filter((each) => !inner.some(({ start, end }) => each.start > start && each.end <= end));
}

export function isFunction(node: AnyNode): node is FunctionDeclaration | FunctionExpression | ArrowFunctionExpression {
  return (
    node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
  );
}

/** Names that a pattern binds. */
function boundNames(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? boundNames(element) : []));
    case 'ObjectPattern':
      return pattern.properties.flatMap((one) => boundNames(one.type === 'Property' ? one.value : one.argument));
    case 'AssignmentPattern':
      return boundNames(pattern.left);
    case 'RestElement':
      return boundNames(pattern.argument);
    default:
      return [];
  }
}

/** What the compiler makes of an `import`: `var _module = require('module'); var tf = _module`. */
const isImport = (value: Expression) =>
  (value.type === 'CallExpression' && value.callee.type === 'Identifier' && value.callee.name === 'require') ||
  (value.type === 'Identifier' && value.name.startsWith('_'));

/** Lexical declarations directly in a list of statements; functions and classes bind a name that holds no data. */
function lexical(statements: readonly AnyNode[], into: Map<string, Declared | null>): void {
  for (const statement of statements) {
    if (statement.type === 'VariableDeclaration' && statement.kind !== 'var') {
      for (const { id, end } of statement.declarations) {
        for (const name of boundNames(id)) into.set(name, { from: end });
      }
    }
    if (statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration') {
      if (statement.id) into.set(statement.id.name, null);
    }
  }
}

/** What a node declares for the code inside it, by name; null for a name that holds no data. */
function declarationsOf(node: AnyNode): Map<string, Declared | null> {
  const found = new Map<string, Declared | null>();
  if (isFunction(node) || node.type === 'Program') {
    for (const each of ownNodes(node)) {
      if (each.type !== 'VariableDeclaration' || each.kind !== 'var') continue;
      for (const { id, init } of each.declarations) {
        for (const name of boundNames(id)) found.set(name, init && isImport(init) ? null : { from: 0 });
      }
    }
  }
  if (isFunction(node)) {
    if (node.id) found.set(node.id.name, null);
    for (const name of node.params.flatMap(boundNames)) found.set(name, { from: 0 });
  }
  if (node.type === 'Program' || node.type === 'BlockStatement' || node.type === 'StaticBlock') {
    lexical(node.body, found);
  }
  if (node.type === 'SwitchStatement') {
    lexical(
      node.cases.flatMap(({ consequent }) => consequent),
      found,
    );
  }
  if (node.type === 'ForStatement' && node.init) lexical([node.init], found);
  if (node.type === 'ForInStatement' || node.type === 'ForOfStatement') lexical([node.left], found);
  if (node.type === 'CatchClause' && node.param) {
    for (const name of boundNames(node.param)) found.set(name, { from: 0 });
  }
  return found;
}

/** Finds the variables that code inside a node refers to and that exist where the node's body begins. */
export function createVariableFinder(): (path: readonly AnyNode[]) => Variable[] {
  const known = new Map<AnyNode, Map<string, Declared | null>>();
  const declared = (node: AnyNode) => {
    const found = known.get(node) ?? declarationsOf(node);
    known.set(node, found);
    return found;
  };

  function resolve(name: string, path: readonly AnyNode[]): Variable | undefined {
    const place = path.at(-1)?.start ?? 0;
    let hoisted = false;
    for (const node of [...path].reverse()) {
      const found = declared(node).get(name);
      if (found === null) return undefined;
      if (found) {
        // A loop's own head is initialized where its body begins; in a `switch` another case may have been skipped.
        const late = node !== path.at(-1) && found.from > place;
        return { name, uncertain: found.from > 0 && (late || hoisted || node.type === 'SwitchStatement') };
      }
      hoisted ||= node.type === 'FunctionDeclaration';
    }
    return undefined;
  }

  /** `path` leads from the program to the loop or function. */
  return (path) => {
    const node = path.at(-1);
    if (!node) return [];
    const names = new Set<string>();
    simple(node, {
      Identifier: ({ name }) => names.add(name),
      // `a = [...a, 1]`: what is assigned to.
      Pattern: (pattern) => pattern.type === 'Identifier' && names.add(pattern.name),
    });
    return [...names].flatMap((name) => resolve(name, path) ?? []);
  };
}
