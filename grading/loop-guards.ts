import { type AnyNode, type Options, parse, type Token } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import { GUARD_NAME, inserted } from './guard-text';
import { createVariableFinder, isFunction, type Variable } from './visible-variables';

const SCRIPT: Options = { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true };

/** Methods that take nothing new into memory: a loop of such calls is left as fast as it is. */
const READING = new Set(
  'at charAt charCodeAt codePointAt get has includes indexOf lastIndexOf pop shift startsWith endsWith'.split(' '),
);

/** Whether running `node` once more, without what it calls, can make a program hold more than a few numbers more. */
function allocates(node: AnyNode): boolean {
  switch (node.type) {
    case 'NewExpression':
    case 'ArrayExpression':
    case 'ObjectExpression':
    case 'TaggedTemplateExpression':
    case 'SpreadElement':
    case 'YieldExpression':
      return true;
    case 'TemplateLiteral':
      return node.expressions.length > 0;
    case 'CallExpression': {
      const { callee } = node;
      // A learner's own function has a guard of its own; `Array(n)` and `String(x)` have none.
      if (callee.type === 'Identifier') return /^[A-Z]/.test(callee.name);
      if (callee.type !== 'MemberExpression') return true;
      if (callee.object.type === 'Identifier' && callee.object.name === 'Math') return false;
      return !(callee.property.type === 'Identifier' && !callee.computed && READING.has(callee.property.name));
    }
    default:
      return false;
  }
}

type Loop = Extract<AnyNode, { body: unknown; type: `${string}${'For' | 'While'}${string}` }>;

const isLoop = (node: AnyNode): node is Loop => /^(For|ForIn|ForOf|While|DoWhile)Statement$/.test(node.type);

/** Whether a child of a loop runs once, before the first turn. */
const isInHead = (loop: Loop, child: AnyNode | undefined) =>
  ('init' in loop && loop.init === child) || ('right' in loop && loop.right === child);

interface Insertion {
  at: number;
  /** At one place: what closes comes before what opens. */
  order: number;
  code: string;
}

function lineAndColumn(source: string, offset: number): string {
  const before = source.slice(0, offset);
  return `${before.split('\n').length},${offset - before.lastIndexOf('\n')}`;
}

/**
 * Counts at each turn of a loop, and each call of a function, that allocates; every now and then the harness is asked
 * for a new count, and shown the variables that the code there uses. `uncertain` ones may throw when they are read.
 */
function guardCode(counter: string, place: string, variables: readonly Variable[]): string {
  const call = (shown: readonly Variable[]) => {
    const names = shown.map(({ name }) => name);
    const [site] = counter.match(/\d+$/) ?? [];
    return `${GUARD_NAME}(${[site, place, `'${names.join(' ')}'`, ...names].join()})`;
  };
  const certain = variables.filter(({ uncertain }) => !uncertain);
  if (certain.length === variables.length) return `if(--${counter}<0)${counter}=${call(variables)};`;
  // The guard that has once refused to go on refuses each time.
  return `if(--${counter}<0)try{${counter}=${call(variables)}}catch{${counter}=${call(certain)}}`;
}

/**
 * Puts guards into strict CommonJS: into the bodies of loops and functions that can fill the memory. No line is added,
 * and every insertion is marked (`guard-text.ts`). Loops of plain arithmetic stay as they are.
 *
 * @example
 * guardLoops('for (;;) all.push(1);') // 'for (;;) /*{*​/{if(--__guard0<0)…/*}*​/all.push(1);/*{*​/}/*}*​/'
 */
export function guardLoops(source: string): string {
  const arrows: number[] = [];
  const onToken = ({ type, end }: Token) => type.label === '=>' && arrows.push(end);
  const program = parse(source, { ...SCRIPT, onToken });
  const variablesOf = createVariableFinder();
  const insertions: Insertion[] = [];
  const insert = (at: number, order: number, code: string) => insertions.push({ at, order, code: inserted(code) });
  const guarded = new Map<AnyNode, AnyNode[]>();

  fullAncestor(program, (node, _state, ancestors) => {
    if (!allocates(node)) return;
    const path = [...ancestors];
    if (path.at(-1) !== node) path.push(node);
    // Every loop around it, and the function that it is in, each with the way from the program to it.
    for (let index = path.length - 1; index >= 0; index--) {
      const around = path[index] as AnyNode;
      if (around.type === 'ThrowStatement') break;
      if ((isLoop(around) && !isInHead(around, path[index + 1])) || isFunction(around)) {
        guarded.set(around, path.slice(0, index + 1));
      }
      if (isFunction(around)) break;
    }
  });

  let count = 0;
  for (const [node, path] of guarded) {
    if (!isLoop(node) && !isFunction(node)) continue;
    const code = guardCode(`${GUARD_NAME}${count}`, lineAndColumn(source, node.start), variablesOf(path));
    count += 1;
    const { body } = node;
    if (body.type === 'BlockStatement') {
      const directives = body.body.filter((statement) => 'directive' in statement && statement.directive);
      insert(directives.at(-1)?.end ?? body.start + 1, 0, code);
    } else if (isFunction(node)) {
      insert(arrows.findLast((end) => end <= body.start) ?? body.start, 1, `{${code}return(`);
      insert(node.end, -node.start, ')}');
    } else {
      insert(body.start, 1, `{${code}`);
      insert(body.end, -node.start, '}');
    }
  }
  if (count === 0) return source;
  const counters = Array.from({ length: count }, (_, index) => `${GUARD_NAME}${index}=0`);
  const [first] = program.body;
  const isDirective = first && 'directive' in first && first.directive;
  insert(isDirective ? first.end : 0, 0, `;let ${counters.join()};`);
  return apply(source, insertions);
}

function apply(source: string, insertions: readonly Insertion[]): string {
  const sorted = insertions.toSorted((a, b) => a.at - b.at || a.order - b.order);
  let text = '';
  let done = 0;
  for (const { at, code } of sorted) {
    text += source.slice(done, at) + code;
    done = at;
  }
  return text + source.slice(done);
}
