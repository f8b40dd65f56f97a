import { expect, test } from '@playwright/test';
import { DENSE, dense, openPlain, textOf, WITHOUT_BIAS, write } from './workbench';

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
  await page.keyboard.press('ArrowRight');
  await expect(map.getByRole('gridcell')).toContainText('[0, 1]');
  await expect(map.getByRole('gridcell')).toContainText('outside the tolerance');
});

const BAD: [what: string, source: string, sign: string][] = [
  ['a syntax error', 'export function dense( {', '[data-problem="syntax-error"]'],
  ['a missing export', 'export const other = 1;', '[data-problem="missing-export"]'],
  ['an endless loop', dense('for (;;) {}'), 'text=Timed out'],
  ['a thrown string', dense('throw "no";'), 'text=Error'],
  ['a promise', dense('return Promise.resolve(x) as never;'), 'text=Failed'],
  ['NaN', dense('return tf.mul(tf.matMul(x, w), NaN);'), 'text=Failed'],
  ['a disposed result', dense('const y = tf.matMul(x, w); y.dispose(); return y as never;'), 'text=Failed'],
];

for (const [what, source, sign] of BAD) {
  test(`${what} is told, and the next run works at once`, async ({ page }) => {
    await openPlain(page);
    await write(page, source);
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('[data-authority="provisional"]').locator(sign).first()).toBeVisible({ timeout: 60_000 });
    await write(page, WITHOUT_BIAS);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('The bias b is missing.')).toBeVisible();
  });
}

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

test('a thrown error leads to its line', async ({ page }) => {
  await openPlain(page);
  await write(page, dense("throw new Error('here');"));
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('button', { name: /^Line 3/ })
    .first()
    .click();
  const caret = await page.locator('textarea').evaluate((area: HTMLTextAreaElement) => area.selectionStart);
  expect((await textOf(page)).slice(0, caret).split('\n')).toHaveLength(3);
});

test('with the server gone nothing typed is lost, the page says so, and it catches up by itself', async ({ page }) => {
  await openPlain(page);
  await page.route('**/api/drafts*', (route) => route.abort());
  await write(page, '// typed without a server');
  await expect(page.locator('[data-draft="unreachable"]')).toBeVisible();
  await page.reload();
  await expect(page.locator('textarea')).toHaveValue('// typed without a server');
  await page.unroute('**/api/drafts*');
  await expect(page.locator('[data-draft="saved"]')).toBeVisible({ timeout: 60_000 });
  await page.evaluate(() => localStorage.removeItem('peergrad:tab'));
  await page.reload();
  await expect(page.locator('textarea')).toHaveValue('// typed without a server');
});

test('a submission made without a server is kept over a reload, sent once and verified', async ({ page }) => {
  await openPlain(page);
  await write(page, WITHOUT_BIAS);
  await expect(page.locator('[data-draft="saved"]')).toBeVisible();
  await page.route('**/api/submissions', (route) => route.abort());
  await page.keyboard.press('Control+Shift+Enter');
  await expect(page.locator('[data-submission="kept"]')).toBeVisible();
  await page.reload();
  await page.unroute('**/api/submissions');
  await expect(page.locator('[data-authority="verified"]')).toHaveAttribute('data-passed', 'false', {
    timeout: 60_000,
  });
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByRole('button', { name: /^Open submission/ })).toHaveCount(1);
});

test('of two tabs the later one is told, both texts are kept, and one is chosen', async ({ page, context }) => {
  await openPlain(page);
  await write(page, '// first');
  await expect(page.locator('[data-draft="saved"]')).toBeVisible();
  const other = await context.newPage();
  await openPlain(other);
  await expect(other.locator('textarea')).toHaveValue('// first');
  await write(other, '// second');
  await expect(page.locator('textarea')).toHaveValue('// second');
  await page.route('**/api/drafts*', (route) => route.abort());
  await write(page, '// mine');
  await expect(page.locator('[data-draft="unreachable"]')).toBeVisible();
  await write(other, '// theirs');
  await expect(other.locator('[data-draft="saved"]')).toBeVisible();
  await page.unroute('**/api/drafts*');
  await expect(page.locator('[data-draft="conflict"]')).toBeVisible({ timeout: 60_000 });
  expect(await textOf(page)).toBe('// mine');
  await page.getByRole('button', { name: 'Keep this one' }).click();
  await expect(other.locator('textarea')).toHaveValue('// mine');
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByText('From another tab')).toBeVisible();
});

test('eight tabs share one event stream and all follow an edit', async ({ page, context }) => {
  await openPlain(page);
  await write(page, '// zero');
  await expect(page.locator('[data-draft="saved"]')).toBeVisible();
  const streams: string[] = [];
  context.on('request', (request) => {
    if (request.url().endsWith('/api/events')) streams.push(request.url());
  });
  const tabs = await Promise.all(Array.from({ length: 7 }, () => context.newPage()));
  for (const tab of tabs) await openPlain(tab);
  await write(page, '// one');
  for (const tab of tabs) await expect(tab.locator('textarea')).toHaveValue('// one');
  expect(streams).toHaveLength(0);
});

test('the full editor completes the work: types on hover, diagnostics as you type, reset that can be undone', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('peergrad:editor', 'rich'));
  await page.goto(DENSE);
  await page.locator('[data-ready="true"]').waitFor();
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
