import type { Device } from '../report';
import type { RoomJob, RoomRequest } from '../training/room';
import { type RoomEvent, RoomEventSchema } from '../training/room-messages';
import { type Backend, fallbackMessage } from './fallback-messages';
import { BackendUnusable, startWarmWorker, type WarmWorker } from './warm-worker';

const BACKENDS: readonly Backend[] = ['webgpu', 'webgl', 'cpu'];
/** A training that says nothing for so long is taken for stuck, milliseconds; the first steps compile shaders. */
const SILENCE_MS = 60_000;

/** What the page learns of a training. */
export type SessionEvent =
  | RoomEvent
  | { type: 'device'; device: Device }
  /** The device is gone, or the worker: the training has ended where it was. */
  | { type: 'lost' }
  | { type: 'crashed'; detail: string }
  /** Nothing was heard of it for a long time. */
  | { type: 'silent' };

export interface TrainingSession {
  ask(request: RoomRequest): void;
  end(): void;
}

/**
 * One training of a learner's net, in a locked worker of its own, on the first backend that gives its known answers. The
 * page stays free, and ends it whenever it likes.
 *
 * @param urls the workers' scripts: `runners` of the exercise manifest
 */
export function startTrainingSession(
  urls: Readonly<Record<Backend, string>>,
  job: RoomJob,
  on: (event: SessionEvent) => void,
): TrainingSession {
  let worker: WarmWorker | undefined;
  let ended = false;
  let idle = false;
  const early: RoomRequest[] = [];
  let silence: ReturnType<typeof setTimeout> | undefined;

  function end(): void {
    ended = true;
    clearTimeout(silence);
    worker?.terminate();
  }

  function tell(event: SessionEvent): void {
    if (!ended) on(event);
  }

  function fail(event: SessionEvent): void {
    tell(event);
    end();
  }

  function listen(): void {
    clearTimeout(silence);
    if (!idle && !ended) silence = setTimeout(() => fail({ type: 'silent' }), SILENCE_MS);
  }

  async function startOn(): Promise<{ started: WarmWorker; fallback: Device['fallback'] }> {
    let fallback: Device['fallback'];
    for (const backend of BACKENDS) {
      try {
        return { started: await startWarmWorker(backend, urls[backend]), fallback };
      } catch (error) {
        if (!(error instanceof BackendUnusable)) throw error;
        fallback ??= fallbackMessage(backend, error.reason, error.detail);
      }
    }
    throw new Error(fallback?.en ?? 'no backend');
  }

  async function start(): Promise<void> {
    const { started, fallback } = await startOn();
    worker = started;
    if (ended) {
      started.terminate();
      return;
    }
    const { backend, adapter } = started;
    tell({ type: 'device', device: { backend, ...(adapter && { adapter }), ...(fallback && { fallback }) } });
    started.train(job, {
      message(message) {
        const event = RoomEventSchema.safeParse(message);
        if (!event.success) return;
        const { type } = event.data;
        if (type === 'step') idle = false;
        if (type === 'paused' || type === 'finished') idle = true;
        tell(event.data);
        if (type === 'threw' || type === 'problem' || type === 'unfit') end();
        listen();
      },
      lost: () => fail({ type: 'lost' }),
      error: (detail) => fail({ type: 'crashed', detail }),
    });
    for (const request of early.splice(0)) started.ask(request);
    listen();
  }

  start().catch((error: unknown) => fail({ type: 'crashed', detail: String(error) }));
  return {
    ask(request) {
      if (request === 'resume') idle = false;
      if (worker) worker.ask(request);
      else early.push(request);
      listen();
    },
    end,
  };
}
