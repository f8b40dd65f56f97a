import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { TEXTS } from './people';
import { browserTeam, type Mate, postBy, threadOf } from './thread-team';

const texts = TEXTS.en.find;
const hits = (page: Page) => page.locator('a[data-hit]');

test('who has no account is told why it needs one', async ({ page }) => {
  await page.goto('/en/find');
  await expect(page.getByText(texts.signIn)).toBeVisible();
});

test('what teammates wrote is found as one types, by keyboard alone, from the site’s search on', async ({
  browser,
}, info) => {
  const team = await browserTeam(browser, ['Ada', 'Bo']);
  const [ada, bo] = team.mates as [Mate, Mate];
  const thread = await threadOf(team, { title: '손실 함수', body: '경사하강법은 손실을 줄인다. <b>굵게</b>' });
  await postBy(ada, thread, { body: 'Do the gradients vanish?' });
  const { page } = bo;
  await page.goto('/en');
  await page.getByRole('button', { name: TEXTS.en.site.search.open }).click();
  await page.getByRole('combobox').fill('경사하강법을');
  await page.getByRole('link', { name: /경사하강법을/ }).click();
  await expect(page).toHaveURL(/\/en\/find\?q=/);
  const field = page.getByRole('searchbox', { name: texts.label });
  await expect(field).toHaveValue('경사하강법을');
  await expect(hits(page)).toHaveCount(1);
  await expect(hits(page).locator('mark')).toHaveText(['경사하강법']);
  // Markup is text.
  await expect(hits(page)).toContainText('<b>굵게</b>');
  await page.screenshot({ path: info.outputPath('find.png'), fullPage: true });
  await field.fill('vanishing gradient');
  await expect(hits(page).locator('mark')).toHaveText(['gradients', 'vanish']);
  await field.focus();
  await page.keyboard.press('ArrowDown');
  await expect(hits(page).first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/en/threads/${thread}\\?post=2`));
  await page.goBack();
  await expect(field).toHaveValue('vanishing gradient');
  await field.fill('wombat');
  await expect(page.getByText('Nothing that you may see has all of “wombat”.')).toBeVisible();
  await expectAccessible(page);
  await team.close();
});

test('search fits a narrow screen in both themes, in Korean', async ({ browser }, info) => {
  const team = await browserTeam(browser, ['서연', '지은'], { viewport: { width: 320, height: 800 } });
  const [, bo] = team.mates as [Mate, Mate];
  await threadOf(team, { title: '손실 함수', body: `${'경사하강법'.repeat(30)}은 손실을 줄인다.` });
  for (const colorScheme of ['light', 'dark'] as const) {
    await bo.page.emulateMedia({ colorScheme });
    await bo.page.goto('/ko/find?q=손실');
    await expect(hits(bo.page)).toHaveCount(2);
    expect(await bo.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expectAccessible(bo.page);
    await bo.page.screenshot({ path: info.outputPath(`find-${colorScheme}.png`), fullPage: true });
  }
  await team.close();
});
