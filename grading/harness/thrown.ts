import { columnWithoutInsertions } from '../guard-text';
import type { SourceLocation, Thrown } from '../report';

/** The name under which learner code appears in stacks. */
export const SOURCE_NAME = 'learner.ts';
/** Lines that `new Function` and our 'use strict' put before the learner's first. */
export const LINES_BEFORE = 3;

/** Deno writes a place in evaluated code as `learner.ts, <anonymous>:6:22`, browsers and Node without the middle. */
const V8_FRAME = /^\s*at (?:(.*?) \()?(?:eval at .*, )?([^\s(),]*)(?:, <anonymous>)?:(\d+):(\d+)\)?$/;
const GECKO_FRAME = /^(.*?)@(.*?):(\d+):(\d+)$/;

let sourceLines: readonly string[] = [];

/** The compiled source that errors come from, from now on: what was inserted there does not count in columns. */
export function placeThrownIn(source: string): void {
  sourceLines = source.split('\n');
}

type Frame = { fn: string } & SourceLocation;

function framesOf(stack: string): Frame[] {
  const frames: Frame[] = [];
  for (const text of stack.split('\n')) {
    const match = V8_FRAME.exec(text) ?? GECKO_FRAME.exec(text);
    const line = Number(match?.[3]) - LINES_BEFORE;
    if (match?.[2]?.endsWith(SOURCE_NAME) && line > 0) {
      const column = columnWithoutInsertions(sourceLines[line - 1] ?? '', Number(match[4]));
      frames.push({ fn: match[1] || '(top level)', line, column });
    }
  }
  return frames.slice(0, 20);
}

/** One line about any value at all; never throws. */
export function describeValue(value: unknown): string {
  try {
    if (typeof value === 'string') return JSON.stringify(value);
    if (typeof value === 'function') return `function ${value.name}`;
    if (typeof value !== 'object' || value === null) return String(value);
    return JSON.stringify(value) ?? Object.prototype.toString.call(value);
  } catch {
    return `a ${typeof value} that cannot be shown`;
  }
}

/** The text of a property that learner code may have made a trap of. */
function textOf(read: () => unknown, limit: number): string | undefined {
  try {
    const text = read();
    return typeof text === 'string' ? text.slice(0, limit) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What learner code threw, with the place in its own source. Anything may be thrown: something that is no Error has the
 * name `NonError` and a description as its message.
 */
export function describeThrown(value: unknown): Thrown {
  if (!(value instanceof Error)) return { name: 'NonError', message: describeValue(value).slice(0, 2000) };
  const stack = framesOf(textOf(() => value.stack, 20_000) ?? '');
  const [first] = stack;
  return {
    name: textOf(() => value.name, 100) ?? 'Error',
    message: textOf(() => value.message, 2000) ?? '',
    ...(first && { location: { line: first.line, column: first.column }, stack }),
  };
}
