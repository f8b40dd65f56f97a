import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import ko from '../../messages/ko.json' with { type: 'json' };
import { LANGUAGES } from './course-pages';
import { collectTroubles } from './troubles';

const LESSON = '/lessons/02-mlp.04-softmax-and-training';

const term = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });
const card = (page: Page) => page.locator('.term-card:popover-open');

test('a term tells its meaning by keyboard, and gives the focus back', async ({ page }) => {
  const troubles = await collectTroubles(page);
  await page.goto(`/ko${LESSON}`);
  await term(page, '학습률').focus();
  await page.keyboard.press('Enter');
  await expect(card(page)).toContainText('learning rate');
  await expect(card(page)).toContainText('갱신할 때 기울기에 곱하는 수');
  await page.keyboard.press('Tab');
  await expect(card(page).getByRole('link', { name: ko.lesson.term.more })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(term(page, '학습률')).toBeFocused();
  expect(troubles).toEqual([]);
});

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 360, height: 700 }, hasTouch: true });

  test('a touch opens a term within the screen, moves nothing, and a touch beside closes it', async ({
    page,
  }, info) => {
    await page.goto(`/en${LESSON}`);
    const word = term(page, 'learning rate');
    await word.scrollIntoViewIfNeeded();
    const before = await word.boundingBox();
    await word.tap();
    await expect(card(page)).toBeVisible();
    expect(await word.boundingBox()).toEqual(before);
    const box = (await card(page).boundingBox()) ?? { x: -1, y: -1, width: 0, height: 0 };
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(360);
    await page.screenshot({ path: info.outputPath('term.png') });
    await card(page).getByRole('link').click();
    await expect(page).toHaveURL('/en/glossary#learning-rate');
    await expect(page.locator('[id="learning-rate"]')).toBeInViewport();
  });
});

for (const { locale, texts } of LANGUAGES) {
  test(`/${locale}/glossary has every word, says where it is met, and filters`, async ({ page }) => {
    const troubles = await collectTroubles(page);
    await page.goto(`/${locale}/glossary`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.glossary.title);
    await expect(page.getByRole('term')).toHaveCount(95);
    const rate = page.locator('[id="learning-rate"]');
    await expect(rate.getByRole('link').nth(1)).toHaveAttribute('href', new RegExp(`^/${locale}/lessons/`));
    const filter = page.getByRole('searchbox', { name: texts.glossary.filter });
    await expect(async () => {
      await filter.fill('ㄱㅅㅎㄱ');
      await expect(page.getByRole('term')).toHaveCount(2, { timeout: 1_000 });
    }).toPass();
    await expect(page.getByRole('status').first()).toHaveText(/2/);
    await filter.fill('SGD');
    await expect(page.getByRole('term')).toHaveCount(1);
    await filter.fill('asdf');
    await expect(page.getByText(texts.glossary.none)).toBeVisible();
    expect(troubles).toEqual([]);
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`the glossary and an open term meet WCAG 2.2 AA in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const violations = async () =>
      (await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
    await page.goto('/en/glossary#learning-rate');
    expect(await violations()).toEqual([]);
    await page.goto(`/en${LESSON}`);
    await term(page, 'learning rate').click();
    await expect(card(page)).toBeVisible();
    expect(await violations()).toEqual([]);
  });
}

test('equations are numbered alike in both languages, and a link leads to one', async ({ page }) => {
  const numbers = async (locale: string) => {
    await page.goto(`/${locale}${LESSON}`);
    return page.locator('.equation-number').allTextContents();
  };
  const english = await numbers('en');
  expect(english.length).toBeGreaterThan(5);
  expect(english).toEqual(english.map((_, index) => `(${index + 1})`));
  expect(await numbers('ko')).toEqual(english);
  await page.getByRole('link', { name: '식 (4)', exact: true }).click();
  await expect(page).toHaveURL(`/ko${LESSON}#eq-4`);
  await page.goto(`/en${LESSON}#eq-4`);
  await expect(page.locator('[id="eq-4"]')).toBeInViewport();
});

test('headings and figures link to themselves, which shows on focus', async ({ page }) => {
  await page.goto(`/en${LESSON}`);
  const heading = page.getByRole('heading', { name: 'The loop' }).getByRole('link');
  await heading.focus();
  await expect.poll(() => heading.evaluate((link) => getComputedStyle(link, '::after').opacity)).toBe('1');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/en${LESSON}#the-loop`);
  await page.locator('figure').getByRole('link', { name: en.lesson.tryIt }).first().click();
  await expect(page).toHaveURL(new RegExp(`${LESSON}#figure-softmax-lab$`));
});

test('on paper are the text, pictures and questions, and no answers', async ({ page }, info) => {
  await page.goto(`/en${LESSON}`);
  const question = page.locator('form.quick-check').first();
  await question.locator('[value=half]').check();
  await question.getByRole('button').last().click();
  await expect(question.getByRole('status')).toContainText(en.lesson.check.right);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('figure.figure svg, figure.figure table').first()).toBeVisible();
  await expect(question.getByRole('radio')).toHaveCount(4);
  await expect(question.getByRole('radio').first()).toBeVisible();
  await expect(question.locator('.quick-check-feedback')).toBeHidden();
  await expect(question.getByRole('status')).toBeHidden();
  for (const part of ['banner', 'contentinfo'] as const) await expect(page.getByRole(part)).toBeHidden();
  await expect(page.getByRole('button').filter({ visible: true, hasNot: page.locator('.term') })).toHaveCount(
    await page.locator('.term').count(),
  );
  const paper = page.locator('.further-reading a').first();
  await expect
    .poll(() => paper.evaluate((link) => getComputedStyle(link, '::after').content))
    .toContain((await paper.getAttribute('href')) ?? 'none');
  await page.pdf({ path: info.outputPath('lesson.pdf'), format: 'A4' });
});

test('the print button opens the print dialog', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await page.goto(`/ko${LESSON}`);
  const button = page.getByRole('button', { name: ko.site.reading.print, exact: true });
  await expect(async () => {
    await button.click({ timeout: 1_000 });
    await expect(page.locator('html')).toHaveAttribute('data-printed', '', { timeout: 1_000 });
  }).toPass();
});
