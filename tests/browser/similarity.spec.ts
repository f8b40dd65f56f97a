import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { instructorPage, TEXTS } from './people';
import { cohortCode, join, newcomer } from './team-people';
import { openPlain, write } from './workbench';

const texts = TEXTS.en.instructor.similarity;
const { report, instructor: staff } = TEXTS.en;
const EXERCISE = '02-mlp/softmax';

test('who teaches nobody is told whose page it is', async ({ page }) => {
  await page.goto('/en/cohorts/x/similarity');
  await expect(page.getByText(staff.regrades.staffOnly)).toBeVisible();
});

/** Right, and the same but for its names. */
const solution = (sum: string) =>
  readFileSync(`exercises/${EXERCISE}/reference.ts`, 'utf8').replaceAll('exponentials', sum);

test('an instructor sees who wrote alike work, and goes through the matches by keyboard', async ({ browser }, info) => {
  const instructor = await instructorPage(browser);
  const code = await cohortCode(instructor);
  const learners = [];
  for (const [name, source] of [
    ['Ada', solution('powers')],
    ['Ben', solution('e')],
  ] as const) {
    const { page } = await newcomer(browser, name);
    learners.push(page);
    await join(page, code);
    await openPlain(page, `/en/exercises/${EXERCISE}`);
    await write(page, source);
    await page.keyboard.press('ControlOrMeta+Shift+Enter');
    await expect(page.getByText(report.verdict.verified.passed, { exact: true })).toBeVisible({ timeout: 60_000 });
  }
  const { cohorts } = await (await instructor.request.get('/api/teams')).json();
  const address = `cohorts/${cohorts[0].id}/similarity`;

  await instructor.goto(`/en/cohorts/${cohorts[0].id}`);
  await instructor.getByRole('link', { name: staff.nav.similarity, exact: true }).click();
  await instructor.getByRole('combobox', { name: texts.exercise }).selectOption(EXERCISE);
  await expect(instructor).toHaveURL(new RegExp(`exercise=${encodeURIComponent(EXERCISE)}`));
  const row = instructor.locator('[data-pair]').filter({ hasText: 'Ada' }).filter({ hasText: 'Ben' }).first();
  await expect(row).toBeVisible();
  await expect(instructor.locator('body')).not.toContainText(/cheat|plagiari/i);
  await expectAccessible(instructor);
  await instructor.screenshot({ path: info.outputPath('pairs.png'), fullPage: true });

  await row.getByRole('link').click();
  const evidence = instructor.locator('[data-evidence]');
  await expect(evidence.getByRole('region', { name: 'Ada' })).toBeVisible();
  await expect(evidence.getByRole('region', { name: 'Ben' })).toBeVisible();
  const status = evidence.getByRole('status');
  await evidence.getByRole('button', { name: texts.next }).focus();
  await instructor.keyboard.press('Enter');
  await expect(status).toContainText('Match 1 of');
  await expect(evidence.locator('[data-number="0"][aria-pressed="true"]')).toHaveCount(2);
  await instructor.keyboard.press('p');
  await expect(status).toContainText(/Match (\d+) of \1:/);
  await instructor.keyboard.press('n');
  await expect(status).toContainText('Match 1 of');
  await expectAccessible(instructor);
  await instructor.screenshot({ path: info.outputPath('evidence.png'), fullPage: true });
  const pair = new URL(instructor.url()).search;

  await instructor.setViewportSize({ width: 320, height: 800 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await instructor.emulateMedia({ colorScheme });
    for (const [name, search, shown] of [
      ['pairs', `?exercise=${EXERCISE}`, '[data-pair]'],
      ['evidence', pair, '[data-evidence]'],
    ] as const) {
      await instructor.goto(`/ko/${address}${search}`);
      await expect(instructor.locator(shown).first()).toBeVisible();
      expect(await instructor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await instructor.screenshot({ path: info.outputPath(`${name}-${colorScheme}.png`), fullPage: true });
      await expectAccessible(instructor);
    }
  }
  for (const page of learners) await page.context().close();
  await instructor.close();
});
