import type { Device, Problem } from '../report';
import type { Job, Limits, Observation, RunListeners, RunOutcome } from '../task';
import { MAX_CONSOLE_CHARACTERS, MAX_CONSOLE_LINES } from './console-capture';
import { type HarnessEvent, HarnessEventSchema } from './events';
import { problemOf } from './problems';

/** Time that messages already sent get to arrive before a silent process is taken for stuck, milliseconds. */
const GRACE_MS = 100;
/** Points of one curve that are passed on. */
const MAX_POINTS = 10_000;
/** Most base64 that one run may send, characters. */
export const MAX_OUTPUT_CHARACTERS = 96 * 1024 * 1024;

/** One run seen from the trusted side. */
export interface Supervision {
  /** A message from the process, not yet trusted in any way. */
  receive(message: unknown): void;
  /** The run is over for a reason that the process itself did not tell. */
  fail(problem: Problem): void;
  /** Time is up: the task that is running has hung. */
  timeOut(): void;
  /** Settles when the job is done, or stopped. Whatever process still runs may then be killed. */
  outcome: Promise<RunOutcome>;
}

function sizeOfObservation({ result }: Observation): number {
  return JSON.stringify(result).length;
}

/**
 * Collects what a process says about `job`, checks it by schema and order, and keeps the time: `heartbeatMs` since the
 * last sign of life, `totalMs` in all.
 */
export function supervise(job: Job, limits: Limits, device: Device, on: RunListeners = {}): Supervision {
  const outcome: RunOutcome = { device, observations: [], console: { lines: [], truncated: false } };
  let running: string | undefined;
  let lastStarted: string | undefined;
  let characters = 0;
  let consoleCharacters = 0;
  let over = false;
  let signs = 0;
  let heartbeat: ReturnType<typeof setTimeout> | undefined;
  let settle: (outcome: RunOutcome) => void;
  const settled = new Promise<RunOutcome>((resolve) => {
    settle = resolve;
  });
  const total = setTimeout(timeOut, limits.totalMs);
  expectSignOfLife();

  function end(): void {
    if (over) return;
    over = true;
    clearTimeout(total);
    clearTimeout(heartbeat);
    settle(outcome);
  }

  function fail(problem: Problem): void {
    if (!over) outcome.problem = problem;
    end();
  }

  function timeOut(): void {
    if (over) return;
    const limit = String(Math.min(limits.heartbeatMs, limits.totalMs) / 1000);
    if (running !== undefined) outcome.hung = running;
    else if (outcome.observations.length === 0) outcome.problem = problemOf('load-timeout', limit);
    end();
  }

  function expectSignOfLife(): void {
    clearTimeout(heartbeat);
    heartbeat = setTimeout(() => {
      const before = signs;
      // This side may have been too busy to read: look again once what has arrived is read.
      heartbeat = setTimeout(() => (signs === before ? timeOut() : expectSignOfLife()), GRACE_MS);
    }, limits.heartbeatMs);
  }

  function observed(observation: Observation): void {
    const due = job.tasks[outcome.observations.length];
    if (observation.task !== running || observation.task !== due?.id) {
      fail(problemOf('protocol-violation'));
      return;
    }
    characters += sizeOfObservation(observation);
    if (characters > MAX_OUTPUT_CHARACTERS) {
      fail(problemOf('output-too-large'));
      return;
    }
    running = undefined;
    outcome.observations.push(observation);
    on.observation?.(observation);
  }

  function printed(line: RunOutcome['console']['lines'][number]): void {
    consoleCharacters += line.text.length;
    const room = outcome.console.lines.length < MAX_CONSOLE_LINES && consoleCharacters <= MAX_CONSOLE_CHARACTERS;
    // Which task a line belongs to decides who may read it: our own record counts, not what the line says.
    if (room)
      outcome.console.lines.push({ level: line.level, text: line.text, ...(lastStarted && { task: lastStarted }) });
    else outcome.console.truncated = true;
  }

  function handle(event: HarnessEvent): void {
    switch (event.type) {
      case 'beat':
        return;
      case 'started':
        if (running !== undefined || job.tasks[outcome.observations.length]?.id !== event.task) {
          fail(problemOf('protocol-violation'));
        }
        running = event.task;
        lastStarted = event.task;
        return;
      case 'point':
        if (running !== undefined && event.at < MAX_POINTS) on.point?.(running, event.at, event.value);
        return;
      case 'observation':
        observed(event.observation);
        return;
      case 'console':
        printed(event.line);
        return;
      case 'truncated':
        outcome.console.truncated = true;
        return;
      case 'problem':
        outcome.problem = event.problem;
        return;
      case 'done':
        finished();
    }
  }

  function finished(): void {
    const complete = outcome.problem !== undefined || outcome.observations.length === job.tasks.length;
    if (complete) end();
    else fail(problemOf('protocol-violation'));
  }

  return {
    receive(message) {
      if (over) return;
      signs += 1;
      const parsed = HarnessEventSchema.safeParse(message);
      if (!parsed.success) {
        fail(problemOf('protocol-violation'));
        return;
      }
      expectSignOfLife();
      handle(parsed.data);
    },
    fail,
    timeOut,
    outcome: settled,
  };
}
