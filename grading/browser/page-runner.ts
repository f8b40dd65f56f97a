import type { KernelLaunch } from '../harness/launch-schema';
import { problemOf } from '../harness/problems';
import { supervise } from '../harness/supervise';
import type { Device } from '../report';
import type { Job, Limits, RunListeners, Runner, RunOutcome } from '../task';
import { type Backend, fallbackMessage } from './fallback-messages';
import { BackendUnusable, startWarmWorker, type WarmWorker } from './warm-worker';

const BACKENDS: readonly Backend[] = ['webgpu', 'webgl', 'cpu'];
/** A run that takes this long is likely to be killed: the next worker is warmed meanwhile, milliseconds. */
const LONG_RUN_MS = 1000;
/** Workers that wait warm: a second run may follow the first at once. */
const SPARES = 2;

export interface PageRunnerOptions {
  /** The workers' scripts: `runners` of the exercise manifest. */
  urls: Readonly<Record<Backend, string>>;
  /** Called whenever it is known which device runs the code. */
  onDevice?: (device: Device) => void;
}

export interface PageRunner extends Runner {
  /**
   * Runs a job in a fresh worker. When its device is lost, the job is run once more on the next backend, and its
   * observations are reported again.
   * @throws the signal's reason when it is aborted.
   */
  run(job: Job, limits: Limits, on?: RunListeners & { signal?: AbortSignal }): Promise<RunOutcome>;
  /** Starts a worker now, while the learner still reads. Gives the device that will run the code. */
  warmUp(): Promise<Device>;
  close(): void;
}

/**
 * Runs a learner's code in the page: each run in a dedicated worker of its own, warmed before it is needed, on the first
 * of WebGPU, WebGL and CPU that gives its known answers. The workers' scripts must be served with `RUNNER_CSP`.
 *
 * @example
 * const runner = createPageRunner({ urls: manifest.runners, onDevice: setDevice });
 * void runner.warmUp();
 * const outcome = await runner.run(job, { heartbeatMs: 5000, totalMs: 20_000 });
 */
export function createPageRunner({ urls, onDevice }: PageRunnerOptions): PageRunner {
  let candidate = 0;
  /** What the last run launched: the next one of the same exercise launches much the same. */
  let expected: KernelLaunch[] = [];
  let fallback: Device['fallback'];
  /** Warm, or on the way; the next run takes the first. */
  const spares: Promise<WarmWorker>[] = [];
  let starting = 0;
  /** Runs that wait for a worker or have one. */
  let running = 0;
  /** Runs that have a worker. */
  let working = 0;
  let closed = false;

  function deviceOf({ backend, adapter }: WarmWorker): Device {
    return { backend, ...(adapter && { adapter }), ...(fallback && { fallback }) };
  }

  function demote(backend: Backend, unusable: BackendUnusable): void {
    // The first reason is why the best backend is not used; a later one would hide it.
    fallback ??= fallbackMessage(backend, unusable.reason, unusable.detail);
    candidate = Math.max(candidate, BACKENDS.indexOf(backend) + 1);
  }

  async function startBest(): Promise<WarmWorker> {
    for (;;) {
      const backend = BACKENDS[candidate];
      if (backend === undefined) throw new Error(`no backend works in this browser: ${fallback?.en}`);
      try {
        const worker = await startWarmWorker(backend, urls[backend], expected);
        onDevice?.(deviceOf(worker));
        return worker;
      } catch (error) {
        if (!(error instanceof BackendUnusable)) throw error;
        // Beside code that keeps the machine busy, slow says nothing of the device.
        if (error.reason === 'slow' && working > 0 && !closed) continue;
        demote(backend, error);
      }
    }
  }

  function start(): Promise<WarmWorker> {
    const started = startBest();
    const drop = () => spares.includes(started) && spares.splice(spares.indexOf(started), 1).length > 0;
    spares.push(started);
    starting += 1;
    started.then(
      (worker) => {
        starting -= 1;
        if (closed) worker.terminate();
        worker.onIdleLoss(() => {
          // Once a run has taken it, the run is told.
          if (!drop()) return;
          worker.terminate();
          refill();
        });
        refill();
      },
      () => {
        starting -= 1;
        // A later run tries again from where this one stopped.
        drop();
      },
    );
    return started;
  }

  /** One at a time, and not beside a run: each start takes the device for a while. */
  function refill(): void {
    if (closed || running > 0 || starting > 0 || spares.length >= SPARES) return;
    startSilently();
  }

  function startSilently(): void {
    start().catch(() => {
      // A failure shows when a run asks for the worker.
    });
  }

  /** The worker that the next run will take. */
  function warm(): Promise<WarmWorker> {
    return spares[0] ?? start();
  }

  function take(): Promise<WarmWorker> {
    if (spares.length === 0) startSilently();
    return spares.shift() as Promise<WarmWorker>;
  }

  /** Workers that are waiting have compiled what was expected before. */
  function expectLaunches(launches: KernelLaunch[]): void {
    if (launches.length === 0 || JSON.stringify(launches) === JSON.stringify(expected)) return;
    expected = launches;
    for (const spare of spares) {
      spare.then(
        (worker) => worker.expect(launches),
        () => {},
      );
    }
  }

  function endSpares(): void {
    for (const spare of spares.splice(0)) {
      spare.then(
        (worker) => worker.terminate(),
        () => {},
      );
    }
  }

  /** Why there is none when the device was lost on the way. */
  async function runOn(
    worker: WarmWorker,
    job: Job,
    limits: Limits,
    on: Parameters<PageRunner['run']>[2],
  ): Promise<RunOutcome | BackendUnusable> {
    const supervision = supervise(job, limits, deviceOf(worker), on);
    let lost: BackendUnusable | undefined;
    let abort = () => {};
    const aborted = new Promise<never>((_, reject) => {
      abort = () => reject(on?.signal?.reason);
    });
    // Nobody waits for it once the run is over.
    aborted.catch(() => {});
    on?.signal?.addEventListener('abort', abort);
    // It may have been aborted while the worker was on its way.
    if (on?.signal?.aborted) abort();
    working += 1;
    const long = setTimeout(() => !closed && spares.length === 0 && startSilently(), LONG_RUN_MS);
    worker.start(job, {
      message: supervision.receive,
      launched: expectLaunches,
      lost(why) {
        lost = why;
        supervision.fail(problemOf('device-lost'));
      },
      error(detail) {
        // The device's own message may arrive after the failed read that it caused.
        setTimeout(() => supervision.fail(problemOf('crashed', detail)), 50);
      },
    });
    try {
      const outcome = await Promise.race([supervision.outcome, aborted]);
      return lost ?? outcome;
    } finally {
      working -= 1;
      clearTimeout(long);
      on?.signal?.removeEventListener('abort', abort);
      supervision.fail(problemOf('crashed'));
      worker.terminate();
    }
  }

  return {
    async run(job, limits, on) {
      for (;;) {
        running += 1;
        let worker: WarmWorker;
        let lost: BackendUnusable;
        try {
          // Who is aborted while the worker warms up leaves it to the next run.
          await warm();
          on?.signal?.throwIfAborted();
          worker = await take();
          const outcome = await runOn(worker, job, limits, on);
          if (!(outcome instanceof BackendUnusable)) return outcome;
          lost = outcome;
        } finally {
          running -= 1;
          queueMicrotask(refill);
        }
        demote(worker.backend, lost);
        endSpares();
        if (BACKENDS[candidate] === undefined) return lostOutcome(deviceOf(worker));
      }
    },
    async warmUp() {
      return deviceOf(await warm());
    },
    close() {
      closed = true;
      endSpares();
    },
  };
}

function lostOutcome(device: Device): RunOutcome {
  return { device, observations: [], problem: problemOf('device-lost'), console: { lines: [], truncated: false } };
}
