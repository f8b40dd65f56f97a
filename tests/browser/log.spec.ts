import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { type Language, newPerson, signUp, TEXTS } from './people';

const texts = TEXTS.en.log;

const status = (page: Page) => page.locator('[data-draft]');
const saved = (page: Page) => expect(status(page)).toHaveText(texts.state.saved);

async function openLog(page: Page, language: Language = 'en'): Promise<void> {
  await page.goto(`/${language}/log`);
  await expect(page.locator('[data-log-day]')).toBeVisible();
}

test('who has no account is told why it needs one', async ({ page }) => {
  await page.goto('/en/log');
  await expect(page.getByText(texts.signIn)).toBeVisible();
});

test('an entry is kept as it is typed, posted, counted, and shown with its formula', async ({ page }, info) => {
  await signUp(page, newPerson('Ada'));
  await openLog(page);
  await expect(page.getByText(texts.streak.none)).toBeVisible();
  await page.getByRole('button', { name: texts.post, exact: true }).click();
  await expect(page.getByRole('alert').getByText(texts.emptyPost)).toBeVisible();
  await page.getByRole('textbox', { name: texts.fields.learned }).fill('Softmax has a **simple** gradient: $p - y$.');
  await saved(page);
  await page.reload();
  await expect(page.getByRole('textbox', { name: texts.fields.learned })).toHaveValue(/simple/);
  await page.getByRole('button', { name: texts.post, exact: true }).click();
  await expect(page.getByText(texts.posted, { exact: true })).toBeVisible();
  await expect(page.getByText('1 day with a post')).toBeVisible();
  await expect(page.getByRole('button', { name: /: posted, \d+ characters$/ })).toBeVisible();
  const post = page.locator('[data-log-entry]');
  await expect(post.locator('.katex').first()).toBeVisible();
  await expect(post.locator('strong')).toHaveText('simple');
  // Edited afterwards, it is saved as it is typed, too.
  await page.getByRole('textbox', { name: texts.fields.thanks }).fill('Bo');
  await saved(page);
  await expectAccessible(page);
  await page.screenshot({ path: info.outputPath('log.png'), fullPage: true });
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: texts.export }).click();
  expect((await download).suggestedFilename()).toBe('learning-log.md');
});

test('what was done that day goes into its field by one click', async ({ page }) => {
  await signUp(page, newPerson('Ada'));
  const lesson = '02-mlp.03-backpropagation';
  expect((await page.request.put('/api/lessons', { data: { lesson, state: 'finished' } })).ok()).toBe(true);
  await openLog(page);
  await page.getByRole('button', { name: /^Insert .+ into Learned$/ }).click();
  await expect(page.getByRole('textbox', { name: texts.fields.learned })).toHaveValue(
    new RegExp(`^- \\[.+\\]\\(/en/lessons/${lesson}\\)`),
  );
  await saved(page);
});

test('of two tabs the later one is told, and both texts can be kept', async ({ page, context }) => {
  await signUp(page, newPerson('Ada'));
  await openLog(page);
  const other = await context.newPage();
  await openLog(other);
  // What is saved in one shows in the other while that has nothing of its own.
  await page.getByRole('textbox', { name: texts.fields.learned }).fill('from the first tab');
  await saved(page);
  await expect(other.getByRole('textbox', { name: texts.fields.learned })).toHaveValue('from the first tab');
  // Both lose the connection, and write on.
  await context.setOffline(true);
  await other.getByRole('textbox', { name: texts.fields.learned }).fill('from the second tab');
  await page.getByRole('textbox', { name: texts.fields.learned }).fill('first tab, again');
  for (const tab of [page, other]) await expect(status(tab)).toHaveAttribute('data-draft', 'unreachable');
  await context.setOffline(false);
  const told = async () => Promise.all([page, other].map((tab) => tab.getByText(texts.conflict.title).count()));
  await expect.poll(async () => (await told()).toSorted()).toEqual([0, 1]);
  const late = (await told())[0] === 1 ? page : other;
  await late.getByRole('button', { name: texts.conflict.both }).click();
  await expect(late.getByText(texts.conflict.title)).toHaveCount(0);
  await saved(late);
  const text = await late.getByRole('textbox', { name: texts.fields.learned }).inputValue();
  expect(text).toContain('from the second tab');
  expect(text).toContain('first tab, again');
});

for (const language of ['en', 'ko'] as const) {
  test(`the log fits a narrow screen in both themes (${language})`, async ({ page }, info) => {
    await signUp(page, newPerson(), language);
    await page.setViewportSize({ width: 320, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await openLog(page, language);
      await expect(page.getByRole('table')).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await expectAccessible(page);
      await page.screenshot({ path: info.outputPath(`log-${language}-${colorScheme}.png`), fullPage: true });
    }
  });
}
