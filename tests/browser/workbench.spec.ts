import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { TEXTS } from './people';
import { DENSE, dense, openPlain, WITHOUT_BIAS, write } from './workbench';

test('a wrong answer gets every check, its probable cause, and a heat-map that the arrow keys walk', async ({
  page,
}) => {
  await openPlain(page);
  await write(page, WITHOUT_BIAS);
  await page.keyboard.press('Control+Enter');
  const report = page.locator('[data-authority="provisional"]');
  await expect(report).toHaveAttribute('data-passed', 'false');
  await expect(report.getByText('The bias b is missing.')).toBeVisible();
  const map = report.getByRole('grid').first();
  await map.focus();
  await page.keyboard.press('Control+Home');
  await expect(map.getByRole('gridcell')).toContainText('[0, 0]');
  // What comes to a report later takes the focus from nobody.
  await expect(report.getByText(TEXTS.en.report.secondOpinion.bug)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(map.getByRole('gridcell')).toContainText('[0, 1]');
  await expect(map.getByRole('gridcell')).toContainText('outside the tolerance');
});

test('a training is drawn while it runs, and its curve is in the report', async ({ page }) => {
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(globalThis, { curvesSeen: seen });
    // A frame may be too short for a test to look at.
    new MutationObserver(() => {
      const curve = document.querySelector('[aria-busy="true"] [data-curve]');
      if (curve instanceof HTMLElement) seen.add(curve.dataset.curve ?? '');
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await openPlain(page, '/en/exercises/02-mlp/train-xor');
  await write(page, readFileSync('exercises/02-mlp/train-xor/reference.ts', 'utf8'));
  await page.keyboard.press('Control+Enter');
  const report = page.locator('[data-authority="provisional"]');
  await expect(report).toHaveAttribute('data-passed', 'true', { timeout: 90_000 });
  const seen = await page.evaluate(() => [...(Reflect.get(globalThis, 'curvesSeen') as Set<string>)].map(Number));
  expect(Math.max(...seen)).toBe(24);
  expect(seen.length).toBeGreaterThan(3);
  await report.locator('[data-check="losses"] summary').click();
  await expect(report.locator('[data-check="losses"] [data-curve="24"]')).toBeVisible();
});

test('an endless run can be stopped, and the next one works at once', async ({ page }) => {
  await openPlain(page);
  await write(page, dense('for (;;) {}'));
  await page.keyboard.press('Control+Enter');
  await page.getByRole('toolbar').getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('You stopped the run.')).toBeVisible();
  await write(page, WITHOUT_BIAS);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The bias b is missing.')).toBeVisible();
});

test('while a dialog asks, the keys that run and submit do neither', async ({ page }) => {
  await openPlain(page);
  await page.getByRole('button', { name: 'Reset' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toBeVisible();
  for (const keys of ['Control+Enter', 'Control+Shift+Enter']) {
    await page.keyboard.press(keys);
    await expect(dialog).toBeVisible();
    await expect(page.getByText('Run your code to see every check here.')).toBeVisible();
  }
});

test('the full editor completes the work: types on hover, diagnostics as you type, reset that can be undone', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('peergrad:editor', 'rich'));
  await page.goto(DENSE);
  await page.locator('[data-ready="true"]').waitFor();
  // Without its stylesheet the numbers would stand under the text.
  await expect(page.locator('.line-numbers').first()).toHaveCSS('position', 'absolute');
  const input = page.locator('.monaco-editor textarea').first();
  await input.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(dense('const wrong: number = tf.matMul(x, w); return wrong;'));
  await expect(page.locator('.squiggly-error').first()).toBeVisible({ timeout: 60_000 });
  await page.locator('.view-line', { hasText: 'matMul' }).getByText('matMul').hover();
  await expect(page.locator('.monaco-hover').getByText('Computes the dot product of two matrices')).toBeVisible();
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reset' }).click();
  await expect(page.locator('.view-lines')).toContainText('not implemented');
  await input.focus();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.view-lines')).toContainText('wrong');
});

test('on a phone the parts are tabs and nothing is wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openPlain(page, DENSE.replace('/en/', '/ko/'));
  for (const name of ['읽기', '코드', '결과']) {
    await page.getByRole('tab', { name }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
});
