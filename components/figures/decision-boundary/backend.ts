import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import type { Backend } from './protocol';

/** A product with a known answer: some drivers accept work and give back nonsense. */
async function computesRightly(): Promise<boolean> {
  const product = tf.tidy(() => tf.matMul(tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor2d([5, 6, 7, 8], [2, 2])));
  const values = await product.data();
  product.dispose();
  return [19, 22, 43, 50].every((value, i) => Math.abs((values[i] ?? Number.NaN) - value) < 1e-3);
}

async function describeAdapter(): Promise<string> {
  const info = (await navigator.gpu.requestAdapter())?.info;
  return info ? info.description || [info.vendor, info.architecture].filter(Boolean).join(' ') : '';
}

async function startsWebGpu(): Promise<boolean> {
  if (!('gpu' in navigator) || !navigator.gpu || !(await navigator.gpu.requestAdapter())) return false;
  // Otherwise tfjs quietly runs small operations on the CPU and calls it WebGPU.
  tf.env().set('WEBGPU_CPU_FORWARD', false);
  try {
    return (await tf.setBackend('webgpu')) && (await computesRightly());
  } catch {
    return false;
  }
}

/** Sets up the fastest backend that works here: WebGPU, else the CPU. */
export async function startBackend(): Promise<Backend> {
  if (await startsWebGpu()) return { name: 'webgpu', adapter: await describeAdapter() };
  await tf.setBackend('cpu');
  return { name: 'cpu', adapter: '' };
}
