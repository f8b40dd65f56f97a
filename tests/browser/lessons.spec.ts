import { expect, type Locator, type Page, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import ko from '../../messages/ko.json' with { type: 'json' };
import { LANGUAGES, LESSONS } from './course-pages';
import { collectTroubles } from './troubles';

// The lesson whose checks are answered here, and another one.
const FIRST = '02-mlp.01-from-lines-to-layers';
const SECOND = '02-mlp.02-activations';

const check = (page: Page, id: string) => page.locator(`[id="${id}"]`);
const row = (page: Page, address: string) =>
  page.getByRole('listitem').filter({ has: page.locator(`a[href="${address}"]`) });

/** Until the page's script runs, and for some kinds until it is near, a check cannot be sent. */
async function ready(question: Locator): Promise<void> {
  await expect(question.locator('.quick-check-button')).toBeEnabled();
}

for (const { locale, texts } of LANGUAGES) {
  test(`/${locale} shows the course as a path, without a complaint`, async ({ page }) => {
    const troubles = await collectTroubles(page);
    await page.goto(`/${locale}`);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.site.path.lead);
    for (const lesson of LESSONS) await expect(row(page, `/${locale}/lessons/${lesson}`)).toBeVisible();
    await expect(page.getByRole('link', { name: texts.site.path.start })).toBeVisible();
    await expect(page.getByRole('link', { name: texts.account.menu.signIn })).toBeVisible();
    expect(troubles).toEqual([]);
  });

  for (const lesson of LESSONS) {
    test(`/${locale}/lessons/${lesson} can be read to its end, without a complaint`, async ({ page }) => {
      const troubles = await collectTroubles(page);
      await page.goto(`/${locale}/lessons/${lesson}`);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      for (const figure of await page.locator('figure [data-live]').all()) {
        await figure.scrollIntoViewIfNeeded();
        await expect(figure).toHaveAttribute('data-live', 'true');
      }
      for (const question of await page.locator('form.quick-check').all()) {
        // Some are replaced by their live selves when they come near: nothing may be held of the old one.
        await question.evaluate((form) => form.scrollIntoView());
        await ready(question);
      }
      await page.getByRole('button', { name: texts.site.reading.finish }).scrollIntoViewIfNeeded();
      await expect(page.locator('.katex-error')).toHaveCount(0);
      expect(troubles).toEqual([]);
    });
  }

  test(`the language switch of /${locale} stays on the page and is remembered at /`, async ({ page }) => {
    const other = locale === 'en' ? ko : en;
    const target = locale === 'en' ? 'ko' : 'en';
    await page.goto(`/${locale}/lessons/${SECOND}`);
    await page.getByRole('banner').locator(`a[hreflang="${target}"]`).click();
    await expect(page).toHaveURL(`/${target}/lessons/${SECOND}`);
    await expect(page.getByRole('button', { name: other.site.reading.finish })).toBeVisible();
    await page.goto('/');
    await expect(page).toHaveURL(`/${target}`);
  });
}

const WANTED = [
  ['ko-KR,ko;q=0.9,en;q=0.8', undefined, '/ko'],
  ['en-GB,en;q=0.9', undefined, '/en'],
  ['de-DE,de;q=0.9,en;q=0.5', undefined, '/en'],
  ['ko-KR', 'NEXT_LOCALE=en', '/en'],
  ['en-GB', 'NEXT_LOCALE=ko', '/ko'],
] as const;

for (const [language, cookie, target] of WANTED) {
  test(`/ leads to ${target} for Accept-Language ${language} and the cookie ${cookie}`, async ({
    playwright,
    baseURL,
  }) => {
    const request = await playwright.request.newContext({
      baseURL,
      extraHTTPHeaders: { 'accept-language': language, ...(cookie && { cookie }) },
    });
    const response = await request.get('/', { maxRedirects: 0 });
    expect(response.status()).toBe(307);
    expect(new URL(response.headers().location ?? '', baseURL).pathname).toBe(target);
    expect(response.headers().vary).toContain('Accept-Language');
    await request.dispose();
  });
}

test('a wrong choice is explained, the right one is kept over a reload and in the other language', async ({ page }) => {
  const id = `${FIRST}#collapse`;
  await page.goto(`/en/lessons/${FIRST}`);
  const question = check(page, id);
  await ready(question);
  await question.getByRole('radio', { name: 'A cubic function of the input' }).check();
  await question.getByRole('button', { name: en.lesson.check.check }).click();
  await expect(question.getByRole('status')).toContainText(en.lesson.check.wrong);
  await expect(question.getByText(/cubic in the parameters/)).toBeVisible();
  await expect(question.getByText(/Fold the layers two at a time/)).toBeHidden();

  await question.getByRole('button', { name: en.lesson.check.retry }).click();
  await question.getByRole('radio', { name: 'Exactly one affine map' }).check();
  const kept = page.waitForResponse('**/api/quick-checks');
  await question.getByRole('button', { name: en.lesson.check.check }).click();
  await expect(question.getByRole('status')).toContainText(en.lesson.check.right);
  await expect(question.getByText(/Fold the layers two at a time/)).toBeVisible();
  expect((await kept).ok()).toBe(true);

  await page.reload();
  await expect(question.getByRole('status')).toContainText(en.lesson.check.right);
  await expect(question.getByRole('radio', { name: 'Exactly one affine map' })).toBeChecked();
  await page.getByRole('banner').locator('a[hreflang="ko"]').click();
  await expect(question.getByRole('status')).toContainText(ko.lesson.check.right);
  await expect(question.getByRole('radio', { name: '정확히 아핀 변환 하나' })).toBeChecked();
});

test('an answer that could not be sent is told, and sent when the network is back', async ({ page, context }) => {
  await page.goto(`/en/lessons/${FIRST}`);
  const question = check(page, `${FIRST}#collapse`);
  await ready(question);
  await context.setOffline(true);
  await question.getByRole('radio', { name: 'Exactly one affine map' }).check();
  await question.getByRole('button', { name: en.lesson.check.check }).click();
  await expect(question.getByText(en.lesson.check.notKept)).toBeVisible();
  const kept = page.waitForResponse('**/api/quick-checks');
  await context.setOffline(false);
  expect((await kept).ok()).toBe(true);
  await expect(question.getByText(en.lesson.check.notKept)).toBeHidden();
});

test('two first answers at once make one guest, who keeps both', async ({ page, context }) => {
  await page.goto(`/en/lessons/${FIRST}`);
  const count = check(page, `${FIRST}#count`);
  const collapse = check(page, `${FIRST}#collapse`);
  await ready(count);
  await context.setOffline(true);
  await count.getByRole('textbox').fill('101770');
  await count.getByRole('textbox').press('Enter');
  await collapse.locator('[value=affine]').check();
  await collapse.getByRole('button').click();
  await expect(page.getByText(en.lesson.check.notKept)).toHaveCount(2);
  await context.setOffline(false);
  await expect(page.getByText(en.lesson.check.notKept)).toHaveCount(0);
  await page.reload();
  await expect(count.getByRole('status')).toContainText(en.lesson.check.right);
  await expect(collapse.getByRole('status')).toContainText(en.lesson.check.right);
});

test('a quick check with a number takes the keyboard alone and knows the usual slips', async ({ page }) => {
  await page.goto(`/en/lessons/${FIRST}`);
  const question = check(page, `${FIRST}#count`);
  await ready(question);
  await question.getByRole('textbox').focus();
  await page.keyboard.press('Enter');
  await expect(question.getByRole('status')).toHaveText(en.lesson.check.typeNumber);
  await page.keyboard.type('many');
  await page.keyboard.press('Enter');
  await expect(question.getByRole('status')).toHaveText(en.lesson.check.notNumber);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('101632');
  await page.keyboard.press('Enter');
  await expect(question.getByText(/These are the weights alone/)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('101770');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(question.getByRole('status')).toContainText(en.lesson.check.right);
});

test('a quick check with choices takes the keyboard alone', async ({ page }) => {
  await page.goto(`/en/lessons/${FIRST}`);
  const question = check(page, `${FIRST}#collapse`);
  await ready(question);
  await question.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(question.getByRole('radio').nth(2)).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(question.getByRole('status')).toContainText(en.lesson.check.wrong);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await expect(question.getByRole('radio').last()).toBeChecked();
});

test('the home page shows a lesson as started once it is read on, and as read once it is marked', async ({ page }) => {
  const address = `/en/lessons/${FIRST}`;
  await page.goto(address);
  await ready(check(page, `${FIRST}#count`));
  const started = page.waitForResponse((response) => response.url().endsWith('/api/lessons') && response.ok());
  await check(page, `${FIRST}#collapse`).scrollIntoViewIfNeeded();
  await started;
  await page.goto('/en');
  await expect(row(page, address)).toContainText(en.site.path.state.started);
  await expect(page.getByRole('link', { name: /^Continue: / })).toHaveAttribute('href', address);

  await page.goto(address);
  const finished = page.waitForResponse((response) => response.url().endsWith('/api/lessons') && response.ok());
  await page.getByRole('button', { name: en.site.reading.finish }).press('Enter');
  await expect(page.getByRole('button', { name: en.site.reading.finished })).toHaveAttribute('aria-pressed', 'true');
  await finished;
  await page.goto('/ko');
  await expect(row(page, address.replace('/en/', '/ko/'))).toContainText(ko.site.path.state.finished);
  await expect(page.getByRole('progressbar', { name: /다층 퍼셉트론/ })).toHaveAttribute('aria-valuenow', '1');
});
