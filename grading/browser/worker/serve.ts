import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import * as tf from '@tensorflow/tfjs-core';
import type { HarnessEvent } from '../../harness/events';
import { checkKnownAnswers } from '../../harness/known-answers';
import { onMemoryExceeded } from '../../harness/loop-guard';
import { observe } from '../../harness/observe';
import { freezeDeeply, freezeRealm } from '../../harness/realm-lock';
import type { Job } from '../../task';
import type { WorkerState } from '../worker-messages';

declare const realm: object;

type Backend = 'webgpu' | 'webgl' | 'cpu';

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
    const { device } = tf.backend() as unknown as { device: { adapterInfo?: AdapterInfo } };
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
  const { device } = tf.backend() as unknown as { device: { lost: Promise<unknown> } };
  device.lost.then(() => tell({ type: 'lost' }));
}

async function start(backend: Backend): Promise<WorkerState> {
  // Otherwise small operations would silently run on the CPU.
  if (backend === 'webgpu') tf.env().set('WEBGPU_CPU_FORWARD', false);
  const works = await tf.setBackend(backend);
  if (!works) return { type: 'unusable', reason: 'unavailable', detail: backend };
  watchDevice(backend);
  const wrong = await checkKnownAnswers(tf);
  if (wrong !== null) return { type: 'unusable', reason: 'wrong-answer', detail: wrong };
  return { type: 'ready', adapter: adapterName(backend)?.slice(0, 300) };
}

/** Brings the backend up, proves it with known answers, says so, and runs the one job that it is then sent. */
export function serve(backend: Backend): void {
  onMemoryExceeded((problem) => {
    // The page ends the worker at once, whatever the code does with the error.
    postMessage({ type: 'problem', problem } satisfies HarnessEvent);
    postMessage({ type: 'done' } satisfies HarnessEvent);
  });
  addEventListener('message', (event) => {
    const job = event.data as Job;
    observe(tf, job, (seen) => postMessage(seen), { seal: freezeDeeply }).catch((error: unknown) => {
      // Reading from a lost device fails; the page knows of it by its own message.
      tell({ type: 'unusable', reason: 'error', detail: String(error).slice(0, 500) });
    });
  });
  start(backend)
    .catch(
      (error: unknown): WorkerState => ({ type: 'unusable', reason: 'error', detail: String(error).slice(0, 500) }),
    )
    .then((state) => {
      freezeRealm(realm);
      tell(state);
    });
}
