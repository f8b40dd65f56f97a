import { loadLibrary } from '@/components/workbench/my-library';
import { createPageRunner, type PageRunner } from '@/grading/browser/page-runner';
import { compile } from '@/grading/compile';
import { readFixture } from '@/grading/fixture';
import { gradeInPage } from '@/grading/judge';
import type { Localized } from '@/grading/localized';
import type { ConsoleLine, Report, SourceLocation } from '@/grading/report';
import type { WireValue } from '@/grading/task';
import type { CourseNames } from './exercise-names';

/** What came of running a snippet. */
export interface SnippetOutcome {
  lines: ConsoleLine[];
  truncated: boolean;
  /** What `main` returned, to read; null where there is no `main`, or it returned nothing. */
  returned: string | null;
  problem: { message: Localized | string; location?: SourceLocation } | null;
}

/** Time without a sign of life, and in all, milliseconds. */
const LIMITS = { heartbeatMs: 5_000, totalMs: 20_000 };
const HAS_MAIN = /^\s*export\s+(?:async\s+)?(?:function\s+main\b|const\s+main\b|let\s+main\b)/m;
const TASK = 'snippet/main';

let runner: PageRunner | undefined;

function runnerOf(runners: CourseNames['runners']): PageRunner {
  runner ??= createPageRunner({ urls: runners });
  return runner;
}

/**
 * Runs code of somebody else in the worker of DESIGN section 6: no network, no storage, none of the reader's rights. The
 * module is loaded; where it exports `main`, that is called without arguments.
 */
export async function runSnippet(
  source: string,
  runners: CourseNames['runners'],
  signal: AbortSignal,
): Promise<SnippetOutcome> {
  const hasMain = HAS_MAIN.test(source);
  // A job wants a function to call; on the last line, so that the author's lines keep their numbers.
  const entry = hasMain ? 'main' : 'loaded';
  const whole = hasMain ? source : `${source}\nexport function loaded() { return null; }`;
  const compiled = compile(whole, { entries: [entry], forbidden: [] });
  const nothing = { lines: [], truncated: false, returned: null };
  if (!compiled.ok) return { ...nothing, problem: compiled.problem };
  const { console, observations, problem } = await runnerOf(runners).run(
    {
      source: compiled.source,
      entries: [entry],
      forbidden: [],
      tasks: [{ id: TASK, do: 'call', fn: entry, args: [] }],
    },
    LIMITS,
    { signal },
  );
  const result = observations[0]?.result;
  const thrown = result?.type === 'threw' ? result.thrown : null;
  return {
    ...console,
    returned: hasMain && result?.type === 'returned' ? showValue(result.value) : null,
    problem: problem ?? (thrown && { ...thrown, message: `${thrown.name}: ${thrown.message}` }),
  };
}

/** Grades a snippet by the public checks of its exercise, in the page. One that imports `my-layers` gets the reader's own. */
export async function checkSnippet(
  source: string,
  fixtureUrl: string,
  runners: CourseNames['runners'],
  signal: AbortSignal,
): Promise<Report> {
  const response = await fetch(fixtureUrl, { signal });
  if (!response.ok) throw new Error(`${fixtureUrl}: ${response.status}`);
  const fixture = readFixture(await response.text());
  const page = runnerOf(runners);
  const stoppable = {
    run: (...[job, limits, on]: Parameters<typeof page.run>) => page.run(job, limits, { ...on, signal }),
  };
  const library = source.includes('my-layers') ? await loadLibrary() : undefined;
  return gradeInPage(fixture, source, stoppable, { library });
}

/** A returned value to read: tensors by shape and type, the rest as JSON. */
function showValue(value: WireValue): string {
  const text = JSON.stringify(
    value,
    (_key, part: unknown) => {
      if (typeof part !== 'object' || part === null) return part;
      if ('$tensor' in part) {
        const { shape, dtype } = part.$tensor as { shape: number[]; dtype: string };
        return `Tensor[${shape.join(', ')}] ${dtype}`;
      }
      if ('$number' in part) return part.$number;
      return '$undefined' in part ? 'undefined' : part;
    },
    2,
  );
  return text.length > 5_000 ? `${text.slice(0, 5_000)}…` : text;
}
