import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import * as tf from '@tensorflow/tfjs-core';
import type { HarnessEvent } from '../../harness/events';
import { noteLaunches, repeatLaunches } from '../../harness/kernel-launches';
import { checkKnownAnswers, launchCommonKernels } from '../../harness/known-answers';
import type { KernelLaunch } from '../../harness/launch-schema';
import { onMemoryExceeded } from '../../harness/loop-guard';
import { observe } from '../../harness/observe';
import { freezeDeeply, freezeRealm } from '../../harness/realm-lock';
import type { Job } from '../../task';
import { openRoom, type Room } from '../../training/room';
import type { AskRequest, TrainRequest, WarmRequest, WorkerState } from '../worker-messages';

declare const realm: object;

type Backend = 'webgpu' | 'webgl' | 'cpu';

/** Of a `GPUDevice`, what is used here. */
interface GpuDevice {
  adapterInfo?: AdapterInfo;
  lost: Promise<unknown>;
  onuncapturederror: ((event: { error: { message: string } }) => void) | null;
}

interface AdapterInfo {
  vendor?: string;
  architecture?: string;
  device?: string;
  description?: string;
}

const tell = (state: WorkerState) => postMessage(state);

/** The GPU's name as the browser gives it: WebGPU's adapter info, WebGL's renderer string. */
function adapterName(backend: Backend): string | undefined {
  if (backend === 'webgpu') {
    const { device } = tf.backend() as unknown as { device: GpuDevice };
    const { description, vendor, architecture } = device.adapterInfo ?? {};
    return description || [vendor, architecture].filter(Boolean).join(' ') || undefined;
  }
  if (backend === 'webgl') {
    const { gl } = (tf.backend() as unknown as { gpgpu: { gl: WebGL2RenderingContext } }).gpgpu;
    const unmasked = gl.getExtension('WEBGL_debug_renderer_info');
    return String(gl.getParameter(unmasked ? unmasked.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  }
  return undefined;
}

function watchDevice(backend: Backend): void {
  if (backend !== 'webgpu') return;
  const { device } = tf.backend() as unknown as { device: GpuDevice };
  device.lost.then(() => tell({ type: 'lost' }));
  // A shader that does not compile, or memory that cannot be had: the values stay zeros, and nobody else is told.
  device.onuncapturederror = ({ error }) => {
    const [said = ''] = error.message.split('\n', 1);
    tell({ type: 'lost', detail: said.slice(0, 500) });
  };
}

/** Compiling takes as long as it takes: whoever reads a result now has waited for all shaders before it. */
async function finishCompiling(): Promise<void> {
  const one = tf.tidy(() => tf.neg(tf.scalar(1)));
  await one.data();
  one.dispose();
}

/** `expected` gives what the job will launch, if that is known by then. */
async function start(backend: Backend, expected: () => KernelLaunch[] | undefined): Promise<WorkerState> {
  // Otherwise small operations would silently run on the CPU.
  if (backend === 'webgpu') tf.env().set('WEBGPU_CPU_FORWARD', false);
  const works = await tf.setBackend(backend);
  if (!works) return { type: 'unusable', reason: 'unavailable', detail: backend };
  watchDevice(backend);
  const wrong = await checkKnownAnswers(tf);
  if (wrong !== null) return { type: 'unusable', reason: 'wrong-answer', detail: wrong };
  const launches = expected();
  if (launches) repeatLaunches(tf, launches);
  else launchCommonKernels(tf);
  await finishCompiling();
  return { type: 'ready', adapter: adapterName(backend)?.slice(0, 300) };
}

/**
 * Brings the backend up, proves it with known answers, compiles what the job is expected to need, says so, and runs the one
 * job that it is then sent.
 */
export function serve(backend: Backend): void {
  onMemoryExceeded((problem) => {
    // The page ends the worker at once, whatever the code does with the error.
    postMessage({ type: 'problem', problem } satisfies HarnessEvent);
    postMessage({ type: 'done' } satisfies HarnessEvent);
  });
  let expected: KernelLaunch[] | undefined;
  let isReady = false;
  let room: Room | undefined;
  addEventListener('message', (event) => {
    const message = event.data as Job | WarmRequest | TrainRequest | AskRequest;
    if ('warm' in message) {
      expected = message.warm;
      if (isReady) repeatLaunches(tf, expected);
    } else if ('train' in message)
      room = openRoom(tf, message.train, (seen) => postMessage(seen), { seal: freezeDeeply });
    else if ('ask' in message) room?.ask(message.ask);
    else run(message);
  });
  start(backend, () => expected)
    .catch(
      (error: unknown): WorkerState => ({ type: 'unusable', reason: 'error', detail: String(error).slice(0, 500) }),
    )
    .then((state) => {
      freezeRealm(realm);
      isReady = true;
      tell(state);
    });
}

function run(job: Job): void {
  const launches = noteLaunches(tf);
  const emit = (seen: HarnessEvent) => {
    // The page ends the worker with its last word.
    if (seen.type === 'done') tell({ type: 'launched', launches: launches() });
    postMessage(seen);
  };
  observe(tf, job, emit, { seal: freezeDeeply }).catch((error: unknown) => {
    // Reading from a lost device fails; the page knows of it by its own message.
    tell({ type: 'unusable', reason: 'error', detail: String(error).slice(0, 500) });
  });
}
