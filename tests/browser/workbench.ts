import type { Page } from '@playwright/test';

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
