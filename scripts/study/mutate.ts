import { type AnyNode, type CallExpression, type Expression, parse, type SpreadElement } from 'acorn';
import { ancestor } from 'acorn-walk';
import { transform } from 'sucrase';

/** One small change of a right answer, which makes it wrong unless the change happens to mean the same. */
export interface Mutant {
  /** What was changed: `swap operator`, `drop term`, … */
  operator: string;
  /** 1-based line of the change. */
  line: number;
  /** The text before and after. */
  from: string;
  to: string;
  /** The whole module, with types stripped. */
  source: string;
}

interface Edit {
  operator: string;
  start: number;
  end: number;
  to: string;
}

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '<': ['<=', '>='],
  '<=': ['<'],
  '>': ['>=', '<='],
  '>=': ['>'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
};
const ASSIGNMENTS: Readonly<Record<string, string>> = { '+=': '=', '-=': '+=', '*=': '/=', '/=': '*=' };
/** Operations of the tensor library, and of Math, that are easily taken for each other. */
const CALLS: Readonly<Record<string, string>> = {
  add: 'sub',
  sub: 'add',
  mul: 'div',
  div: 'mul',
  sum: 'mean',
  mean: 'sum',
  max: 'min',
  min: 'max',
  maximum: 'minimum',
  minimum: 'maximum',
  exp: 'square',
  log: 'sqrt',
  log1p: 'log',
  square: 'abs',
  sqrt: 'square',
  greater: 'greaterEqual',
  greaterEqual: 'greater',
  less: 'lessEqual',
  zerosLike: 'onesLike',
  onesLike: 'zerosLike',
  floor: 'ceil',
  ceil: 'floor',
  round: 'floor',
};
/** Calls of two operands of which either may be forgotten. */
const TERMS = ['add', 'sub', 'mul', 'div', 'maximum', 'minimum'];
/** Calls that hand their only argument on where they are left out. */
const WRAPPERS = ['neg', 'sqrt', 'square', 'exp', 'log', 'abs', 'transpose', 'sigmoid', 'tanh', 'clone'];

function calledName({ callee }: CallExpression): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : undefined;
}

const isSpread = (node: Expression | SpreadElement): node is SpreadElement => node.type === 'SpreadElement';

function editsOfCall(node: CallExpression, text: (node: AnyNode) => string): Edit[] {
  const name = calledName(node);
  if (name === undefined || node.arguments.some(isSpread)) return [];
  const { start, end, callee } = node;
  const edits: Edit[] = [];
  const other = CALLS[name];
  if (other !== undefined && callee.type === 'MemberExpression') {
    edits.push({ operator: 'swap operation', start: callee.property.start, end: callee.property.end, to: other });
  }
  const [first, second] = node.arguments;
  if (TERMS.includes(name) && callee.type === 'MemberExpression' && first && second) {
    edits.push(
      { operator: 'drop term', start, end, to: text(first) },
      { operator: 'drop term', start, end, to: text(second) },
    );
  }
  if (WRAPPERS.includes(name) && first && node.arguments.length === 1) {
    edits.push({ operator: 'drop operation', start, end, to: text(first) });
  }
  if (name === 'tidy' && first?.type === 'ArrowFunctionExpression') {
    edits.push({ operator: 'drop tidy', start, end, to: `(${text(first)})()` });
  }
  return edits;
}

/** Whether a node belongs to an error: its text is not graded, and what it says is no arithmetic. */
const isWithinThrow = (ancestors: readonly AnyNode[]): boolean =>
  ancestors.some(({ type }) => type === 'ThrowStatement' || type === 'TemplateLiteral');

function collect(source: string): Edit[] {
  const program = parse(source, { ecmaVersion: 'latest', sourceType: 'module' });
  const text = ({ start, end }: AnyNode) => source.slice(start, end);
  const edits: Edit[] = [];
  const operatorBetween = (left: AnyNode, right: AnyNode, operator: string) => {
    const start = source.indexOf(operator, left.end);
    return start < right.start ? { start, end: start + operator.length } : undefined;
  };
  ancestor(program, {
    BinaryExpression(node, _state, ancestors) {
      if (isWithinThrow(ancestors)) return;
      const place = operatorBetween(node.left, node.right, node.operator);
      for (const to of place ? (OPERATORS[node.operator] ?? []) : []) {
        edits.push({ operator: 'swap operator', ...(place as { start: number; end: number }), to });
      }
      if ('+-*/'.includes(node.operator)) {
        for (const kept of [node.left, node.right]) {
          edits.push({ operator: 'drop term', start: node.start, end: node.end, to: text(kept) });
        }
      }
    },
    LogicalExpression(node, _state, ancestors) {
      const place = operatorBetween(node.left, node.right, node.operator);
      for (const to of place && !isWithinThrow(ancestors) ? (OPERATORS[node.operator] ?? []) : []) {
        edits.push({ operator: 'swap operator', ...(place as { start: number; end: number }), to });
      }
    },
    AssignmentExpression(node) {
      const to = ASSIGNMENTS[node.operator];
      const place = operatorBetween(node.left, node.right, node.operator);
      if (to !== undefined && place) edits.push({ operator: 'swap assignment', ...place, to });
    },
    UnaryExpression(node, _state, ancestors) {
      if (isWithinThrow(ancestors) || (node.operator !== '-' && node.operator !== '!')) return;
      edits.push({ operator: 'drop operator', start: node.start, end: node.end, to: `(${text(node.argument)})` });
    },
    Literal(node, _state, ancestors) {
      if (isWithinThrow(ancestors)) return;
      const { start, end, value } = node;
      if (typeof value === 'boolean') edits.push({ operator: 'flip flag', start, end, to: String(!value) });
      if (typeof value !== 'number') return;
      const isAxis = ancestors.at(-2)?.type === 'CallExpression' && (value === 0 || value === 1);
      if (isAxis) edits.push({ operator: 'change axis', start, end, to: String(1 - value) });
      else if (Number.isInteger(value)) {
        edits.push({ operator: 'off by one', start, end, to: String(value + 1) });
        if (value > 0) edits.push({ operator: 'off by one', start, end, to: String(value - 1) });
      } else edits.push({ operator: 'change constant', start, end, to: String(value * 2) });
    },
    CallExpression(node, _state, ancestors) {
      if (!isWithinThrow(ancestors)) edits.push(...editsOfCall(node, text));
    },
    IfStatement(node) {
      const body = text(node.consequent);
      if (body.includes('throw ')) {
        edits.push({ operator: 'drop validation', start: node.test.start, end: node.test.end, to: 'false' });
      }
    },
    BlockStatement(node) {
      // A variable that stands for the one declared before it: stale or mixed up.
      const names = node.body.flatMap((statement) =>
        statement.type === 'VariableDeclaration'
          ? statement.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id] : []))
          : [],
      );
      for (const [at, later] of names.entries()) {
        const earlier = names[at - 1];
        if (!earlier) continue;
        const uses = [
          ...source.slice(later.end, node.end).matchAll(new RegExp(`(?<![\\w$.'])${later.name}(?![\\w$:])`, 'g')),
        ];
        const last = uses.at(-1);
        if (last?.index === undefined) continue;
        const start = later.end + last.index;
        edits.push({ operator: 'stale variable', start, end: start + later.name.length, to: earlier.name });
      }
    },
  });
  return edits;
}

/** Whether the text is still a module. */
function parses(source: string): boolean {
  try {
    parse(source, { ecmaVersion: 'latest', sourceType: 'module' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Every mutant of a TypeScript module, in the order of its text.
 *
 * @example mutate('export const f = (a: number) => a + 1;').map(({ to }) => to) // ['-', 'a', '1', '2', '0']
 */
export function mutate(typescript: string): Mutant[] {
  const options = { transforms: ['typescript' as const], disableESTransforms: true, keepUnusedImports: true };
  const { code } = transform(typescript, options);
  const seen = new Set<string>();
  return collect(code)
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .flatMap(({ operator, start, end, to }) => {
      const source = code.slice(0, start) + to + code.slice(end);
      if (seen.has(source) || source === code || !parses(source)) return [];
      seen.add(source);
      const line = code.slice(0, start).split('\n').length;
      return [{ operator, line, from: code.slice(start, end), to, source }];
    });
}
