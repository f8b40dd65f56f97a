import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { RUNNER_CSP } from '@/grading/browser/runner-csp';
import { RunnerFilesSchema } from '@/grading/harness/runner-files';

export const DENSE = '/en/exercises/02-mlp/dense-forward';

/** A dense layer with a body of the test's choice. */
export function dense(body: string): string {
  return `import * as tf from '@tensorflow/tfjs-core';
export function dense(x: tf.Tensor2D, w: tf.Tensor2D, b: tf.Tensor1D): tf.Tensor2D {
${body}
}
`;
}

export const WITHOUT_BIAS = dense('return tf.matMul(x, w);');

/** Opens an exercise in plain-text mode, which tests can fill in one step, and waits until it knows its draft. */
export async function openPlain(page: Page, address = DENSE): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('peergrad:editor', 'plain'));
  await page.goto(address);
  await page.locator('[data-draft="saved"]').waitFor({ state: 'attached' });
}

export async function write(page: Page, source: string): Promise<void> {
  await page.locator('[data-editor="plain"] textarea').fill(source);
}

/** The text in the plain editor. */
export function textOf(page: Page): Promise<string> {
  return page.locator('[data-editor="plain"] textarea').inputValue();
}

type Backend = 'webgpu' | 'webgl' | 'cpu';

/** What the site serves as the worker of this backend. */
export function workerScript(backend: Backend): string {
  const runners = RunnerFilesSchema.parse(JSON.parse(readFileSync('.generated/runners.json', 'utf8')));
  return readFileSync(`public${runners[backend]}`, 'utf8');
}

/** Serves another script as the worker of this backend. */
export async function replaceRunner(page: Page, backend: Backend, body: string): Promise<void> {
  await page.route(`**/runner/${backend}.*.js`, (route) =>
    route.fulfill({ body, contentType: 'text/javascript', headers: { 'Content-Security-Policy': RUNNER_CSP } }),
  );
}
