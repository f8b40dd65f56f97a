import type { ConsoleLine } from '../report';
import { describeValue } from './thrown';

export const MAX_CONSOLE_LINES = 200;
export const MAX_CONSOLE_CHARACTERS = 20_000;
const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** The `console` that learner code gets. Everything that is no level does nothing. */
export type CapturedConsole = Readonly<Record<ConsoleLine['level'] | 'table' | 'dir' | 'trace' | 'assert', unknown>>;

interface Sink {
  line(line: ConsoleLine): void;
  /** Called once, at the first thing that is dropped. */
  truncated(): void;
}

function textOf(argument: unknown, format: (value: unknown) => string | undefined): string {
  if (typeof argument === 'string') return argument;
  if (argument instanceof Error) return `${argument.name}: ${argument.message}`;
  return format(argument) ?? describeValue(argument);
}

/**
 * A console that hands lines to `sink` until {@link MAX_CONSOLE_LINES} lines or {@link MAX_CONSOLE_CHARACTERS}
 * characters are used up. `format` may show values that it knows, such as tensors.
 */
export function captureConsole(sink: Sink, format: (value: unknown) => string | undefined): CapturedConsole {
  let lines = 0;
  let room = MAX_CONSOLE_CHARACTERS;
  let full = false;

  function write(level: ConsoleLine['level'], args: unknown[]): void {
    if (full) return;
    let text = '';
    for (const argument of args) {
      if (text.length > room) break;
      text += `${text && ' '}${textOf(argument, format)}`;
    }
    full = lines === MAX_CONSOLE_LINES || text.length > room;
    if (lines < MAX_CONSOLE_LINES) sink.line({ level, text: text.slice(0, room) });
    lines += 1;
    room -= text.length;
    if (full) sink.truncated();
  }

  const methods = Object.fromEntries(
    LEVELS.map((level) => [level, (...args: unknown[]) => write(level, args)] as const),
  );
  const { log } = methods;
  const assert = (condition: unknown, ...args: unknown[]) => {
    if (!condition) write('error', ['Assertion failed', ...args]);
  };
  return Object.freeze({ ...methods, table: log, dir: log, trace: log, assert }) as CapturedConsole;
}
