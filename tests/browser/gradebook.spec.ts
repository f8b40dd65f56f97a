import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { instructorPage, menuOf, TEXTS } from './people';
import { cohortCode, join, newcomer, type Teammate } from './team-people';

const texts = TEXTS.en.instructor.gradebook;
const { grading } = TEXTS.en.instructor.setup;
const { extension } = TEXTS.en.instructor.learner;
const grades = TEXTS.en.grades;
const STANDARDIZE = '00-orientation/standardize';

let staff: Page;
let learner: Teammate;
let userId: string;
let cohort: string;

/** As a cohort grades that nobody has touched. */
async function resetRule(): Promise<void> {
  const answer = await staff.request.put(`/api/cohorts/${cohort}/grading`, {
    data: {
      rule: { attempts: 'best', late: { percentPerDay: 0, most: 100, nothingAfter: null } },
      weights: [{ exercise: STANDARDIZE, weight: 1 }],
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

test.beforeAll(async ({ browser }: { browser: Browser }) => {
  staff = await instructorPage(browser);
  learner = await newcomer(browser, `한글 ${crypto.randomUUID().slice(0, 8)}`);
  await join(learner.page, await cohortCode(staff));
  const { cohorts } = await (await staff.request.get('/api/teams')).json();
  cohort = cohorts[0].id;
  const { viewer } = await (await learner.page.request.get('/api/me')).json();
  userId = viewer.id;
});

test.afterAll(async () => {
  await resetRule();
  await learner.page.context().close();
  await staff.close();
});

/** The gradebook with the learner alone in it. */
async function openBook(language: 'en' | 'ko' = 'en'): Promise<void> {
  const query = new URLSearchParams({ q: learner.person.name, total: 'all' });
  await staff.goto(`/${language}/cohorts/${cohort}/gradebook?${query}`);
  await expect(staff.getByRole('grid')).toBeVisible();
}

test('who is no staff is told whose page it is', async ({ page }) => {
  await page.goto('/en/cohorts/x/gradebook');
  await expect(page.getByText(TEXTS.en.instructor.regrades.staffOnly)).toBeVisible();
  await page.goto('/en/grades');
  await expect(page.getByText(grades.signIn)).toBeVisible();
});

test('an instructor sets the late rule and a weight, and both are there after a reload', async () => {
  await staff.goto(`/en/cohorts/${cohort}/settings`);
  await staff.getByLabel(grading.percentPerDay).fill('10');
  await staff.getByLabel(grading.most, { exact: true }).fill('50');
  await staff.getByText(grading.weights, { exact: true }).click();
  const weight = staff.getByLabel(grading.weightOf.replace('{title}', 'Standardize columns'));
  await weight.fill('2.5');
  await expectAccessible(staff);
  await staff.getByRole('button', { name: grading.save }).click();
  await expect(staff.getByText(grading.saved)).toBeVisible();
  await staff.reload();
  await expect(staff.getByLabel(grading.percentPerDay)).toHaveValue('10');
  await expect(weight).toHaveValue('2.5');
  await expect(staff.locator('[data-rule]')).toContainText('10 % off the points, 50 % at most');
});

test('staff see points and totals, open a cell without a mouse, and what the learner sees says the same', async () => {
  const set = await staff.request.put(`/api/cohorts/${cohort}/learners/${userId}/overrides`, {
    data: { exercise: STANDARDIZE, override: { passed: false, score: 3.5 }, reason: 'Shown at the board.' },
  });
  expect(set.ok(), await set.text()).toBe(true);
  await staff.goto(`/en/cohorts/${cohort}`);
  await staff.getByRole('link', { name: TEXTS.en.instructor.nav.gradebook }).click();
  await expect(staff).toHaveURL(/\/gradebook$/);
  await openBook();
  const grid = staff.getByRole('grid', { name: texts.grid });
  await expect(grid.getByRole('rowheader')).toHaveCount(1);
  await expect(grid.getByRole('gridcell', { name: new RegExp(`^3\\.5 / .*${texts.marks.overridden}$`) })).toHaveCount(
    1,
  );
  await expectAccessible(staff);
  await staff.screenshot({ path: test.info().outputPath('gradebook.png'), fullPage: true });

  await grid.focus();
  await staff.keyboard.press('Control+Home');
  await staff.keyboard.press('Enter');
  const detail = staff.getByRole('region', { name: texts.detail });
  await expect(detail.getByRole('button', { name: TEXTS.en.instructor.matrix.close })).toBeFocused();
  await expect(detail.getByText(/^Set by .*: Shown at the board\.$/)).toBeVisible();
  const total = await detail.locator('[data-total="all"] dd').textContent();
  expect(total).toMatch(/^\d+(\.\d+)?%$/);
  await expectAccessible(staff);
  await staff.keyboard.press('Escape');
  await expect(grid).toBeFocused();
  await staff.keyboard.press('Enter');
  await detail.getByRole('link', { name: texts.preview }).click();
  await expect(staff.getByText(texts.previewText)).toBeVisible();
  await expect(staff.locator('[data-total="all"] dd')).toHaveText(total ?? '');
  const seen = await staff.locator('[data-grades]').innerText();
  await expectAccessible(staff);

  const { page, person } = learner;
  await page.goto('/en');
  await menuOf(page, person.name).click();
  await page.getByRole('banner').getByRole('link', { name: TEXTS.en.account.menu.grades }).click();
  await expect(page.locator('[data-total="all"] dd')).toHaveText(total ?? '');
  expect(await page.locator('[data-grades]').innerText()).toBe(seen);
  await expect(page.locator(`[data-grade="${STANDARDIZE}"]`)).toContainText('Shown at the board.');
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('own-grades.png'), fullPage: true });
});

test('an extension is given on the learner’s page, told to the learner, and withdrawn', async () => {
  await staff.goto(`/en/cohorts/${cohort}/learners/${userId}`);
  const row = staff.locator(`[data-standing="${STANDARDIZE}"]`);
  await row.getByRole('button', { name: /^Extend the due date/ }).click();
  const dialog = staff.getByRole('dialog');
  await dialog.getByLabel(extension.dueOn, { exact: true }).fill('2098-05-01');
  await expect(dialog.getByRole('button', { name: extension.set, exact: true })).toBeDisabled();
  await dialog.getByLabel(extension.reason, { exact: true }).fill('Was ill.');
  await expectAccessible(staff);
  await dialog.getByRole('button', { name: extension.set, exact: true }).click();
  await expect(row.getByText(/^extended by .*: Was ill\.$/)).toBeVisible();
  await expect(row).toContainText('2098');

  const { page } = learner;
  await page.goto('/en/inbox');
  await expect(page.getByRole('link', { name: /gave you until/ })).toBeVisible();
  await expect(page.getByText('Was ill.')).toBeVisible();
  await page.goto('/en/grades');
  await expect(page.locator(`[data-grade="${STANDARDIZE}"]`)).toContainText(/Extended to .*2098 by .*: Was ill\./);

  await page.goto(`/en/exercises/${STANDARDIZE}`);
  await page.getByRole('tab', { name: TEXTS.en.workbench.reading.history }).click();
  await expect(page.locator('[data-due]')).toContainText('2098');

  await row.getByRole('button', { name: /^Extend the due date/ }).click();
  await dialog.getByLabel(extension.reason, { exact: true }).fill('Well again.');
  await dialog.getByRole('button', { name: extension.withdraw }).click();
  await expect(row.getByText('Was ill.')).toHaveCount(0);
  await page.goto('/en/inbox');
  await expect(page.getByRole('link', { name: /withdrew your extension/ })).toBeVisible();
});

test('in Korean the CSV has its mark from the start, and the XLSX is a workbook', async () => {
  await openBook('ko');
  const ko = TEXTS.ko.instructor.gradebook.export;
  await expect(staff.getByLabel(ko.bom)).toBeChecked();
  async function take(name: string): Promise<{ file: Buffer; name: string }> {
    const download = staff.waitForEvent('download');
    await staff.getByRole('link', { name }).click();
    const done = await download;
    return { file: await readFile(await done.path()), name: done.suggestedFilename() };
  }
  const csv = await take(ko.csv);
  expect(csv.name).toMatch(/^grades-.*\.csv$/);
  expect([...csv.file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(csv.file.toString('utf8')).toContain(learner.person.name);
  await staff.getByLabel(ko.bom).uncheck();
  expect((await take(ko.csv)).file.toString('utf8').startsWith(TEXTS.ko.instructor.gradebook.learner)).toBe(true);
  const xlsx = await take(ko.xlsx);
  expect(xlsx.file.subarray(0, 2).toString()).toBe('PK');
});

test('at 320 px neither page scrolls sideways, in either language and theme', async () => {
  const { page } = learner;
  for (const one of [staff, page]) await one.setViewportSize({ width: 320, height: 640 });
  for (const [language, colorScheme] of [
    ['en', 'dark'],
    ['ko', 'light'],
  ] as const) {
    for (const one of [staff, page]) await one.emulateMedia({ colorScheme });
    await openBook(language);
    await page.goto(`/${language}/grades`);
    await expect(page.locator('[data-grades]')).toBeVisible();
    for (const one of [staff, page]) {
      await expectAccessible(one);
      expect(await one.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  }
});
