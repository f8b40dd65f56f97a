import type { KernelLaunch } from '../harness/launch-schema';
import type { Job } from '../task';
import type { RoomJob, RoomRequest } from '../training/room';
import type { Backend, FallbackReason } from './fallback-messages';
import { type AskRequest, type TrainRequest, type WarmRequest, WorkerStateSchema } from './worker-messages';

/** Time that a worker gets to compile its shaders and prove itself, milliseconds. */
const READY_MS = 60_000;

/** Why a backend could not be used. */
export class BackendUnusable extends Error {
  constructor(
    readonly reason: FallbackReason,
    readonly detail = '',
  ) {
    super(`${reason} ${detail}`);
  }
}

/** A worker whose backend has given its known answers and that waits for its one job. */
export interface WarmWorker {
  backend: Backend;
  adapter: string | undefined;
  /**
   * Sends the job. `message` gets what the worker says, still untrusted; `lost` is called when its device is gone or no
   * longer to be trusted, `launched` at the end with what was launched.
   */
  start(
    job: Job,
    on: {
      message(message: unknown): void;
      lost(why: BackendUnusable): void;
      error(detail: string): void;
      launched(launches: KernelLaunch[]): void;
    },
  ): void;
  /** In a job's place: begins a training, which is then asked what to do. */
  train(
    job: RoomJob,
    on: { message(message: unknown): void; lost(why: BackendUnusable): void; error(detail: string): void },
  ): void;
  ask(request: RoomRequest): void;
  /** Before the job: has it compile what is likely to be launched. */
  expect(launches: KernelLaunch[]): void;
  /** Called when the device is lost before a job came. */
  onIdleLoss(listener: () => void): void;
  terminate(): void;
}

/** Refuses before a worker is started where the browser cannot have WebGPU at all. */
export async function preflight(backend: Backend): Promise<void> {
  if (backend !== 'webgpu') return;
  if (!globalThis.isSecureContext) throw new BackendUnusable('insecure');
  if (!navigator.gpu) throw new BackendUnusable('unsupported');
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new BackendUnusable('no-adapter');
}

const lossOf = (detail?: string) => new BackendUnusable(detail === undefined ? 'lost' : 'error', detail);

/**
 * Starts the worker of one backend and waits until it has proved itself and compiled what is `expected` to be launched; if
 * that is not known, what exercises launch most.
 * @throws {BackendUnusable} when it cannot be used here.
 */
export async function startWarmWorker(
  backend: Backend,
  url: string,
  expected: KernelLaunch[] = [],
): Promise<WarmWorker> {
  await preflight(backend);
  const worker = new Worker(url);
  const expectLaunches = (warm: KernelLaunch[]) => worker.postMessage({ warm } satisfies WarmRequest);
  if (expected.length > 0) expectLaunches(expected);
  const adapter = await new Promise<string | undefined>((resolve, reject) => {
    const slow = setTimeout(() => reject(new BackendUnusable('slow')), READY_MS);
    worker.onmessage = ({ data }) => {
      clearTimeout(slow);
      const state = WorkerStateSchema.safeParse(data);
      if (state.data?.type === 'ready') resolve(state.data.adapter);
      else if (state.data?.type === 'lost') reject(lossOf(state.data.detail));
      else if (state.data?.type === 'unusable') reject(new BackendUnusable(state.data.reason, state.data.detail));
      else reject(new BackendUnusable('unavailable'));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      clearTimeout(slow);
      reject(new BackendUnusable('error', event.message ?? ''));
    };
  }).catch((error: unknown) => {
    worker.terminate();
    throw error;
  });

  let isLost = false;
  let idleLoss = () => {};
  const loseWhileIdle = () => {
    isLost = true;
    idleLoss();
  };
  // A worker that waits has nothing else to say.
  worker.onmessage = loseWhileIdle;
  worker.onerror = loseWhileIdle;
  const begin = (message: Job | TrainRequest, on: Parameters<WarmWorker['start']>[1]) => {
    if (isLost) on.lost(new BackendUnusable('lost'));
    worker.onmessage = ({ data }) => {
      const state = WorkerStateSchema.safeParse(data);
      if (!state.success) on.message(data);
      else if (state.data.type === 'lost') on.lost(lossOf(state.data.detail));
      else if (state.data.type === 'unusable') on.error(state.data.detail);
      else if (state.data.type === 'launched') on.launched(state.data.launches);
      else on.message(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      on.error(event.message ?? '');
    };
    worker.postMessage(message);
  };
  return {
    backend,
    adapter,
    start: begin,
    train: (train, on) => begin({ train }, { ...on, launched: () => {} }),
    ask: (ask) => worker.postMessage({ ask } satisfies AskRequest),
    expect: expectLaunches,
    onIdleLoss(listener) {
      idleLoss = listener;
    },
    terminate: () => worker.terminate(),
  };
}
