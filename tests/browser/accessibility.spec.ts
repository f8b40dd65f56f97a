import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type TestInfo, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import ko from '../../messages/ko.json' with { type: 'json' };
import { EXERCISE, LESSONS } from './course-pages';
import { DENSE, openPlain, WITHOUT_BIAS, write } from './workbench';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const NARROW = { width: 320, height: 640 };

const READING = ['', ...LESSONS.map((lesson) => `/lessons/${lesson}`)];
const PAGES = [
  ...READING,
  '/review',
  '/review/02-mlp.03-backpropagation/shapes',
  '/sign-in',
  '/sign-up',
  '/sign-in/forgot',
  '/account',
];

const themed = (page: Page, colorScheme: 'light' | 'dark') =>
  page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });

/** What axe finds against WCAG 2.2 AA in both themes: each rule with the elements that break it. */
async function violations(page: Page): Promise<string[]> {
  // Legacy mode spares a second pass over frames of other origins: there are none.
  const axe = () => new AxeBuilder({ page }).setLegacyMode(true);
  await themed(page, 'light');
  const light = await axe().withTags(RULES).analyze();
  await themed(page, 'dark');
  // A theme changes colours and nothing else.
  const dark = await axe().withRules(['color-contrast', 'link-in-text-block']).analyze();
  return Object.entries({ light, dark }).flatMap(([theme, { violations }]) =>
    violations.map(({ id, nodes }) => `${theme}, ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  );
}

/** Elements that stick out of the screen to the right, where the page as a whole would scroll. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Brings every figure and question of a page to life. */
async function readThrough(page: Page): Promise<void> {
  for (const figure of await page.locator('figure [data-live]').all()) {
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute('data-live', 'true');
  }
  for (const question of await page.locator('form.quick-check').all()) {
    // Some are replaced by their live selves when they come near: nothing may be held of the old one.
    await question.evaluate((form) => form.scrollIntoView());
    await expect(question.locator('.quick-check-button')).toBeEnabled();
  }
}

/** A picture of every figure as it stands, kept with the test's results; for whoever asks by PEERGRAD_PICTURES=1, since they take time. */
async function photograph(page: Page, theme: string, info: TestInfo): Promise<void> {
  if (!process.env.PEERGRAD_PICTURES) return;
  for (const figure of await page.locator('figure[id]').all()) {
    await figure.screenshot({ path: info.outputPath(`${await figure.getAttribute('id')}-${theme}.png`) });
  }
}

for (const path of PAGES) {
  test(`/en${path} meets WCAG 2.2 AA, in both themes, and fits 320 px`, async ({ page }, info) => {
    await themed(page, 'light');
    await page.goto(`/en${path}`);
    await readThrough(page);
    await photograph(page, 'light', info);
    expect(await violations(page)).toEqual([]);
    await photograph(page, 'dark', info);
    await page.setViewportSize(NARROW);
    expect(await overflow(page)).toBe(0);
  });

  test(`/ko${path} is no wider than 320 px`, async ({ page }) => {
    await page.setViewportSize(NARROW);
    await page.goto(`/ko${path}`);
    await readThrough(page);
    expect(await overflow(page)).toBe(0);
  });
}

test('the exercise page meets WCAG 2.2 AA, with a report, hints and history open', async ({ page }) => {
  await themed(page, 'light');
  await openPlain(page);
  expect(await violations(page)).toEqual([]);
  await write(page, WITHOUT_BIAS);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-authority="provisional"]').getByRole('grid').first()).toBeVisible();
  await page.getByRole('tab', { name: en.workbench.reading.hints }).click();
  await expect(page.getByRole('heading', { name: en.workbench.hints.title })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('tab', { name: en.workbench.reading.history }).click();
  await expect(page.getByText(en.workbench.history.empty)).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('the full editor meets WCAG 2.2 AA', async ({ page }) => {
  await themed(page, 'light');
  await page.addInitScript(() => localStorage.setItem('peergrad:editor', 'rich'));
  await page.goto(DENSE);
  await page.locator('[data-ready="true"]').waitFor();
  expect(await violations(page)).toEqual([]);
});

for (const locale of ['en', 'ko']) {
  test(`/${locale}/${EXERCISE} is no wider than 320 px`, async ({ page }) => {
    await page.setViewportSize(NARROW);
    await page.goto(`/${locale}/${EXERCISE}`);
    expect(await overflow(page)).toBe(0);
  });
}

test('the bar over every page stands in one row at 320 px', async ({ page }) => {
  await page.setViewportSize(NARROW);
  await page.goto('/ko');
  await expect(page.getByRole('link', { name: ko.account.menu.signIn })).toBeVisible();
  const { height } = (await page.getByRole('banner').boundingBox()) ?? { height: 0 };
  expect(height).toBeLessThan(64);
});

test('the first Tab reaches a link past the header, and it leads to the text', async ({ page }) => {
  await page.goto(`/en/lessons/${LESSONS[0]}`);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: en.site.skip });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('who asks for less motion gets none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of ['/en', `/en/lessons/${LESSONS[0]}`, DENSE]) {
    await page.goto(path);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
          const longest = (list: string) => Math.max(...list.split(',').map(Number.parseFloat));
          return longest(transitionDuration) > 0.01 || (animationName !== 'none' && longest(animationDuration) > 0.01);
        }).length,
    );
    expect(moving).toBe(0);
  }
});
