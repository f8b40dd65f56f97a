import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import { DENSE, dense, openPlain, WITHOUT_BIAS, write } from './workbench';

declare global {
  var layoutShift: number;
}

const { workbench, report } = en;
const right = readFileSync('exercises/02-mlp/dense-forward/reference.ts', 'utf8');

const showReading = (page: Page, name: keyof typeof workbench.reading) =>
  page.getByRole('tab', { name: workbench.reading[name] }).click();

async function handIn(page: Page, source: string, verdict: 'passed' | 'notPassed') {
  await write(page, source);
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(page.getByText(report.verdict.verified[verdict], { exact: true })).toBeVisible({ timeout: 60_000 });
}

/** Presses a button and the button of the same name in the dialog that asks whether it was meant. */
async function confirm(page: Page, name: string) {
  await page.getByRole('button', { name }).click();
  await page.getByRole('alertdialog').getByRole('button', { name }).click();
}

test('hints open one at a time, are still open after a reload, and one that is asked for twice is one', async ({
  page,
}) => {
  await openPlain(page);
  await showReading(page, 'hints');
  await expect(page.getByText(/^0 of \d opened$/)).toBeVisible();
  await confirm(page, 'Open hint 1');
  await expect(page.locator('[data-hint]')).toHaveCount(1);
  // As a tab would that had not heard of it yet.
  const again = await page.request.post('/api/help', {
    headers: { origin: new URL(page.url()).origin },
    data: { exercise: '02-mlp/dense-forward', action: 'open-hint', hint: 1 },
  });
  expect(await again.json()).toMatchObject({ hintsOpened: 1 });
  await page.reload();
  await showReading(page, 'hints');
  await expect(page.locator('[data-hint="1"]')).toContainText(/\w/);
  await expect(page.locator('[data-hint]')).toHaveCount(1);
  await confirm(page, 'Open hint 2');
  await expect(page.getByText(/^2 of \d opened$/)).toBeVisible();
});

test('giving up shows the solution and its explanation, and a later pass is one after it, for no points', async ({
  page,
}) => {
  await openPlain(page);
  await showReading(page, 'hints');
  await expect(page.getByText(workbench.solution['after-pass'])).toBeVisible();
  await confirm(page, workbench.solution.giveUp);
  await page.getByRole('button', { name: workbench.solution.show }).click();
  const solution = page.getByRole('region', { name: workbench.solution.title });
  await expect(solution.locator('pre').last()).toContainText('export function dense');
  await expect(solution.locator('.prose')).toContainText(/\w/);
  await handIn(page, right, 'passed');
  await expect(page.getByText(report.afterSolution)).toBeVisible();
  await expect(page.locator('[data-state="passed-after-solution"]')).toHaveText(
    workbench.state['passed-after-solution'],
  );
  const { exercises } = await (await page.request.get('/api/me')).json();
  expect(exercises['02-mlp/dense-forward']).toMatchObject({ bestScore: 0 });
  await showReading(page, 'history');
  await expect(page.getByRole('listitem').filter({ hasText: workbench.submission.afterSolution })).toHaveCount(1);
});

test('after an ordinary pass the solution opens, and reading it leaves the pass as it is', async ({ page }) => {
  await openPlain(page);
  await showReading(page, 'hints');
  await handIn(page, right, 'passed');
  await page.getByRole('button', { name: workbench.solution.show }).click();
  const solution = page.getByRole('region', { name: workbench.solution.title });
  await expect(solution.locator('pre').last()).toContainText('export function dense');
  await page.reload();
  await expect(page.locator('[data-state="passed"]')).toBeVisible();
});

test('submissions are listed with their verdicts, compared side by side, and restored so that undo goes back', async ({
  page,
}) => {
  await openPlain(page);
  await handIn(page, WITHOUT_BIAS, 'notPassed');
  await handIn(page, right, 'passed');
  await page.getByRole('button', { name: workbench.richEditor }).click();
  await page.locator('[data-ready="true"]').waitFor();
  await showReading(page, 'history');
  const entries = page.getByRole('list').filter({ hasText: '#1' }).getByRole('listitem');
  await expect(entries).toHaveText([/#2.*Passed/, /#1.*Failed/]);

  await page.getByRole('button', { name: 'Open submission 1' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('tab', { name: workbench.history.diff }).click();
  await dialog.getByLabel(workbench.history.compareWith).selectOption({ label: 'Submission 2' });
  const diff = dialog.locator('[data-editor="monaco-diff"]');
  await expect(diff.locator('.editor.modified .line-insert').first()).toBeVisible();
  await expect(diff.locator('.editor.original')).toContainText('return tf.matMul(x, w);');
  await dialog.getByRole('button', { name: workbench.history.restore }).click();

  const editor = page.locator('[data-editor="monaco"]');
  await expect(editor).toContainText('return tf.matMul(x, w);');
  await editor.locator('textarea').focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor).toContainText('must not be empty');
});

test('Run pressed again while a run hangs starts over with the newer text', async ({ page }) => {
  await openPlain(page);
  await write(page, dense('for (;;) {}'));
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('toolbar').getByRole('button', { name: workbench.stop })).toBeVisible();
  await write(page, WITHOUT_BIAS);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('The bias b is missing.')).toBeVisible({ timeout: 60_000 });
});

test('panes that were moved are where they were after a reload, without a jump', async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        globalThis.layoutShift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(DENSE);
  const columns = page.getByRole('separator', { name: workbench.resizeColumns });
  const rows = page.getByRole('separator', { name: workbench.resizeRows });
  await columns.press('End');
  await rows.press('Home');
  const width = (await columns.boundingBox())?.x;
  await page.reload();
  await page.locator('[data-ready="true"]').waitFor();
  await expect(columns).toHaveAttribute('aria-valuenow', '80');
  await expect(rows).toHaveAttribute('aria-valuenow', '20');
  expect((await columns.boundingBox())?.x).toBe(width);
  const shift = await page.evaluate(() => globalThis.layoutShift);
  expect(shift).toBeLessThanOrEqual(0.01);
});
