import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import { pasteCode } from './editor';

/** `PICTURES=docs npx playwright test pictures` makes the README's picture anew. */
const folder = process.env.PICTURES ?? '.tmp/pictures';
const wrong = readFileSync('exercises/02-mlp/dense-backward/mistakes/mean-db.ts', 'utf8');

test.use({
  locale: 'en-GB',
  permissions: ['clipboard-read', 'clipboard-write'],
  viewport: { width: 1440, height: 1000 },
});

test('the workbench names the mistake behind a wrong gradient, for the picture in the README', async ({ page }) => {
  await page.goto('/en/exercises/02-mlp/dense-backward');
  await pasteCode(page, wrong);
  await page.keyboard.press('ControlOrMeta+Enter');
  const report = page.getByText(en.report.verdict.provisional.notPassed);
  await expect(report).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(en.report.diagnosis).first()).toBeVisible();
  // What comes after the verdict may draw the report anew.
  await expect(() => page.getByRole('grid').first().scrollIntoViewIfNeeded()).toPass();
  await page.screenshot({ path: `${folder}/workbench.png` });
});
