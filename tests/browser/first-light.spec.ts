import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import ko from '../../messages/ko.json' with { type: 'json' };
import { pasteCode } from './editor';

const right = readFileSync('exercises/02-mlp/dense-forward/reference.ts', 'utf8');
const wrong = right.replace('tf.add(', 'tf.sub(');

test.use({
  locale: 'ko-KR',
  permissions: ['clipboard-read', 'clipboard-write'],
  viewport: { width: 1440, height: 900 },
});

test('a guest reads, fails, passes on WebGPU, is verified, signs up and finds it all in the other language', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/ko$/);
  await page.locator('a[href="/ko/exercises/02-mlp/dense-forward"]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('완전연결층 순전파');

  // A wrong answer: the check of the values fails and shows every element.
  await pasteCode(page, wrong);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(ko.report.verdict.provisional.notPassed)).toBeVisible({ timeout: 90_000 });
  const values = page.locator('[data-check="values"]');
  await expect(values.getByText(ko.report.outcome.failed).first()).toBeVisible();
  const heatMap = values.getByRole('grid').first();
  await heatMap.focus();
  const cell = heatMap.getByRole('gridcell');
  const before = await cell.textContent();
  await page.keyboard.press('ArrowRight');
  await expect(cell).not.toHaveText(before ?? '');

  // The right one passes on the WebGPU adapter of this browser.
  await pasteCode(page, right);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(ko.report.verdict.provisional.passed)).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(/WebGPU/).first()).toBeVisible();

  // Submit: the queue, the sandbox, the event stream.
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(page.getByText(ko.report.verdict.verified.passed)).toBeVisible({ timeout: 90_000 });

  // Sign-up keeps it.
  await page.goto('/ko/sign-up');
  await page.getByLabel(ko.account.fields.name, { exact: true }).fill('김서연');
  await page.getByLabel(ko.account.fields.email, { exact: true }).fill(`seoyeon-${Date.now()}@example.org`);
  await page.getByLabel(ko.account.fields.password, { exact: true }).fill('correct horse battery staple');
  await page.getByRole('button', { name: ko.account.signUp.submit }).click();
  await expect(page.getByRole('button', { name: `${ko.account.menu.label}: 김서연` })).toBeVisible();

  // The other language shows the same progress and the same code.
  await page.goto('/en/exercises/02-mlp/dense-forward');
  await expect(page.getByText(en.workbench.state.passed, { exact: true }).first()).toBeVisible();
  await expect(page.locator('.monaco-editor .view-lines').first()).toContainText('must not be empty');
  await page.goto('/en');
  const row = page.locator('li', { has: page.locator('a[href="/en/exercises/02-mlp/dense-forward"]') }).last();
  await expect(row).toContainText(/passed|done/i);
});
