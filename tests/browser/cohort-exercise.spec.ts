import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { instructorPage, TEXTS } from './people';
import { cohortCode, join, newcomer } from './team-people';
import { openPlain, write } from './workbench';

const texts = TEXTS.en.instructor.exercise;
const { report, instructor: staff } = TEXTS.en;

test('who teaches nobody is told whose page it is', async ({ page }) => {
  await page.goto('/en/cohorts/x/exercises/02-mlp/dense-forward');
  await expect(page.getByText(staff.regrades.staffOnly)).toBeVisible();
});

test('an instructor sees which check fails and why, opens a specimen, and goes on to a regrade', async ({
  browser,
}, info) => {
  const instructor = await instructorPage(browser);
  const { page: learner } = await newcomer(browser, 'Ada');
  await join(learner, await cohortCode(instructor));
  // Other tests hand in for the usual exercise, in the same cohort.
  await openPlain(learner, '/en/exercises/02-mlp/softmax');
  await write(
    learner,
    "import * as tf from '@tensorflow/tfjs-core';\nexport function softmax(x: tf.Tensor2D) {\n  return tf.exp(x);\n}\n",
  );
  await learner.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(learner.getByText(report.verdict.verified.notPassed, { exact: true })).toBeVisible({ timeout: 60_000 });
  const { cohorts } = await (await instructor.request.get('/api/teams')).json();
  const address = `cohorts/${cohorts[0].id}/exercises/02-mlp/softmax`;

  await instructor.goto(`/en/${address}`);
  await expect(instructor.locator('[data-check]').first()).toBeVisible();
  await expect(instructor.getByRole('heading', { level: 2, name: texts.checks })).toBeVisible();
  await instructor.getByText(texts.table, { exact: true }).first().click();
  await expect(instructor.getByRole('table', { name: texts.attempts })).toBeVisible();
  await expectAccessible(instructor);
  await instructor.screenshot({ path: info.outputPath('exercise.png'), fullPage: true });

  await instructor.locator('[data-cluster]').first().getByRole('link', { name: texts.specimen }).click();
  await expect(instructor.locator('[data-submission]')).toBeVisible();
  await instructor.goBack();
  await instructor.getByRole('link', { name: texts.regrade }).click();
  await expect(instructor.getByLabel(staff.regrades.exercise)).toHaveValue('02-mlp/softmax');

  await instructor.setViewportSize({ width: 320, height: 800 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await instructor.emulateMedia({ colorScheme });
    await instructor.goto(`/ko/${address}`);
    await expect(instructor.locator('[data-check]').first()).toBeVisible();
    const width = await instructor.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    await instructor.screenshot({ path: info.outputPath(`exercise-${colorScheme}.png`), fullPage: true });
    await expectAccessible(instructor);
  }
  await learner.context().close();
  await instructor.close();
});
