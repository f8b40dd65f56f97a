import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { newPerson, signUp, TEXTS } from './people';
import { browserTeam, type Mate, postBy, threadOf } from './thread-team';

const texts = TEXTS.en.inbox;
const mention = ({ id, name }: Mate) => `@[${name}](user:${id})`;
const bell = (page: Page) => page.getByRole('banner').locator('[data-unread]');

test('who has no account has no bell, and is told why', async ({ page }) => {
  await page.goto('/en/inbox');
  await expect(page.getByText(texts.signIn)).toBeVisible();
  await expect(bell(page)).toHaveCount(0);
});

test('a mention rings the bell at once, stands in the inbox by its thread, and leads to its post', async ({
  browser,
}, info) => {
  const team = await browserTeam(browser, ['Ada', 'Bo']);
  const [ada, bo] = team.mates as [Mate, Mate];
  await bo.page.goto('/en/inbox');
  await expect(bo.page.getByText(texts.empty.unread)).toBeVisible();
  await expect(bell(bo.page)).toHaveAttribute('data-unread', '0');
  const thread = await threadOf(team, { title: 'What is a logit?', body: 'Is it a number?' });
  await postBy(ada, thread, { body: `${mention(bo)}, do you know?` });
  await expect(bell(bo.page)).toHaveAttribute('data-unread', '1');
  const group = bo.page.locator('[data-inbox-group]');
  await expect(group.getByRole('heading', { name: 'What is a logit?' })).toBeVisible();
  await expect(group.getByText('@Bo, do you know?')).toBeVisible();
  await expectAccessible(bo.page);
  await bo.page.screenshot({ path: info.outputPath('inbox.png'), fullPage: true });
  await group.getByRole('link', { name: 'Ada mentioned you' }).click();
  await expect(bo.page).toHaveURL(new RegExp(`/en/threads/${thread}`));
  await expect(bo.page.getByText('do you know?')).toBeVisible();
  await bo.page.goto('/en/inbox');
  await postBy(ada, thread, { body: `${mention(bo)}!` });
  const mark = bo.page.getByRole('button', { name: texts.markAll });
  await expect(mark).toBeEnabled();
  await mark.click();
  await expect(bo.page.getByText(texts.empty.unread)).toBeVisible();
  await expect(bell(bo.page)).toHaveAttribute('data-unread', '0');
  await bo.page.getByText(texts.show.all, { exact: true }).click();
  await expect(group).toHaveCount(1);
  await team.close();
});

test('everything can be turned off, and stays so', async ({ page }, info) => {
  await signUp(page, newPerson('Ada'));
  await page.goto('/en/inbox/settings');
  await page.getByRole('button', { name: texts.settings.allOff }).click();
  await page.getByLabel(texts.settings.digest, { exact: true }).last().uncheck();
  await page.getByLabel(texts.settings.from, { exact: true }).fill('21:30');
  await page.getByLabel(texts.settings.zone).selectOption('Europe/Berlin');
  await page.getByRole('button', { name: texts.settings.save }).click();
  await expect(page.getByText(texts.settings.saved, { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(texts.settings.from, { exact: true })).toHaveValue('21:30');
  await expect(page.getByLabel(texts.settings.zone)).toHaveValue('Europe/Berlin');
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
  await expectAccessible(page);
  await page.screenshot({ path: info.outputPath('settings.png'), fullPage: true });
});

test('a link to stop digests that is not whole says so', async ({ page }) => {
  await page.goto('/en/inbox/unsubscribe?user=x&token=y');
  await page.getByRole('button', { name: texts.unsubscribe.do }).click();
  await expect(page.getByText(texts.unsubscribe.wrong)).toBeVisible();
});

test('inbox and settings fit a narrow screen in both themes, in Korean', async ({ browser }, info) => {
  const team = await browserTeam(browser, ['서연', '지은'], { viewport: { width: 320, height: 800 } });
  const [ada, bo] = team.mates as [Mate, Mate];
  const thread = await threadOf(team, { title: '로짓이란 무엇입니까?', body: '수입니까?' });
  await postBy(ada, thread, { body: `${mention(bo)} 님은 아십니까? ${'아주긴낱말'.repeat(20)}` });
  for (const colorScheme of ['light', 'dark'] as const) {
    await bo.page.emulateMedia({ colorScheme });
    for (const place of ['inbox', 'inbox/settings']) {
      await bo.page.goto(`/ko/${place}`);
      const shown = place === 'inbox' ? bo.page.locator('[data-inbox-group]') : bo.page.locator('form');
      await expect(shown).toBeVisible();
      expect(await bo.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await expectAccessible(bo.page);
      const name = `${place.replace('/', '-')}-${colorScheme}.png`;
      await bo.page.screenshot({ path: info.outputPath(name), fullPage: true });
    }
  }
  await team.close();
});
