import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { adminLink, TEXTS } from './people';
import { openPlain, write } from './workbench';

const texts = TEXTS.en.instructor.regrades;
const { account, report } = TEXTS.en;

/** The reader's menu, whatever their name. */
const menuOf = (page: Page) => page.getByRole('button', { name: new RegExp(`^${account.menu.label}`) });

async function signInAsInstructor(page: Page): Promise<void> {
  await page.goto(await adminLink());
  await page.getByRole('main').getByRole('button', { name: account.link.signIn.submit }).click();
  await expect(menuOf(page)).toBeVisible();
}

async function ask(page: Page, which: string): Promise<void> {
  await page.getByLabel(texts.exercise).selectOption({ label: 'Standardize columns' });
  await page.getByLabel(texts.which).selectOption({ label: which });
  await page.getByLabel(texts.reason).fill('To see whether it grades alike.');
  await page.getByRole('button', { name: texts.start }).click();
}

test('who teaches nobody is told whose page it is', async ({ page }) => {
  await page.goto('/en/regrades');
  await expect(page.getByText(texts.staffOnly)).toBeVisible();
});

test('an instructor grades past submissions again, sees that nothing differs, accepts one regrade and discards another', async ({
  page,
  browser,
}, info) => {
  const learner = await browser.newPage();
  // An exercise of its own: other tests hand in for the usual one.
  await openPlain(learner, '/en/exercises/00-orientation/standardize');
  await write(learner, 'export function standardize() {}');
  await learner.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(learner.getByText(report.verdict.verified.notPassed)).toBeVisible();

  await signInAsInstructor(page);
  await menuOf(page).click();
  await page.getByRole('link', { name: account.menu.regrades }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.title);
  await ask(page, texts.outdated);
  await expect(page.getByText(texts.nothingToDo)).toBeVisible();

  await ask(page, texts.all);
  const latest = page.locator('[data-regrade]').first();
  await expect(latest.getByText(/keeps? .*its result/)).toBeVisible();
  await expect(latest.getByRole('button', { name: texts.accept })).toBeEnabled();
  await page.screenshot({ path: info.outputPath('regrades.png'), fullPage: true });
  await expectAccessible(page);
  await latest.getByRole('button', { name: texts.accept }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: texts.accept }).click();
  await expect(latest.getByText(/^Accepted by /)).toBeVisible();
  await expect(latest.getByRole('button', { name: texts.accept })).toHaveCount(0);

  const count = await page.locator('[data-regrade]').count();
  await ask(page, texts.all);
  await expect(page.locator('[data-regrade]')).toHaveCount(count + 1);
  await latest.getByRole('button', { name: texts.discard }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: texts.discard }).click();
  await expect(latest.getByText(/^Discarded by /)).toBeVisible();

  // The learner's verdict is the same, and there.
  const answer = await learner.request.get('/api/submissions?exercise=00-orientation/standardize');
  expect((await answer.json()).submissions).toMatchObject([{ number: 1, status: 'graded', passed: false }]);
  await learner.close();
});
