import { expect, type Locator, type Page, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import ko from '../../messages/ko.json' with { type: 'json' };
import { collectTroubles } from './troubles';

const LESSON = '02-mlp.04-softmax-and-training';
const texts = en.site.review;

const submit = (check: Locator) => check.locator('.quick-check-button');

/** Answers a check of the lesson with one of its choices. */
async function answer(page: Page, name: string, choice: string): Promise<void> {
  const check = page.locator(`[id="${LESSON}#${name}"]`);
  await expect(submit(check)).toBeEnabled();
  await check.locator(`[value="${choice}"]`).check();
  const kept = page.waitForResponse((response) => response.url().endsWith('/api/quick-checks') && response.ok());
  await submit(check).click();
  await kept;
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

test('who answered nothing is told how the page fills, in both languages', async ({ page }) => {
  const troubles = await collectTroubles(page);
  await page.goto('/en/review');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.title);
  await expect(page.getByText(texts.nothingAnswered)).toBeVisible();
  await page.goto('/ko/review');
  await expect(page.getByText(ko.site.review.nothingAnswered)).toBeVisible();
  await page.getByRole('link', { name: ko.site.review.toCourse }).click();
  await expect(page).toHaveURL('/ko');
  expect(troubles).toEqual([]);
});

test('answered checks wait for their day, come back one by one, and say when they come again', async ({ page }) => {
  await page.goto(`/en/lessons/${LESSON}`);
  await answer(page, 'stable', 'half');
  await answer(page, 'zeros', 'slow');

  await page.goto('/en/review');
  await expect(page.getByText(texts.nothingDue)).toBeVisible();
  await expect(page.getByText(/^The next one comes back on /)).toBeVisible();
  const link = page.getByRole('banner').getByRole('link', { name: new RegExp(`^${texts.title}`) });
  await expect(link).toHaveText(texts.title);

  // Three days later, by the reader's clock.
  await page.clock.setFixedTime(inDays(3));
  await page.reload();
  await expect(page.getByText('2 checks are due.')).toBeVisible();
  await expect(link).toHaveAccessibleName(`${texts.title}: 2 due`);
  await expect(page.getByRole('listitem').filter({ hasText: texts.missedBefore })).toHaveCount(1);

  // The missed one was due first. It starts empty, whatever the account holds.
  await page.getByRole('link', { name: texts.start, exact: true }).click();
  await expect(page).toHaveURL(`/en/review/${LESSON}/zeros`);
  const zeros = page.locator(`[id="${LESSON}#zeros"]`);
  await expect(submit(zeros)).toBeEnabled();
  await expect(zeros.getByRole('radio', { checked: true })).toHaveCount(0);
  await answer(page, 'zeros', 'slow');
  await expect(page.getByRole('group', { name: texts.howHard })).toHaveCount(0);
  await page.getByRole('link', { name: 'Next check (1 left)' }).click();

  await expect(page).toHaveURL(`/en/review/${LESSON}/stable`);
  await answer(page, 'stable', 'half');
  const howHard = page.getByRole('group', { name: texts.howHard });
  await expect(howHard.getByRole('button', { name: texts.rating.good })).toHaveAttribute('aria-pressed', 'true');
  const rated = page.waitForResponse((response) => response.url().endsWith('/api/reviews') && response.ok());
  await howHard.getByRole('button', { name: texts.rating.easy }).click();
  await rated;
  await expect(howHard.getByRole('button', { name: texts.rating.easy })).toHaveAttribute('aria-pressed', 'true');
  // Easy: 8 days after the answer, less a third.
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' }).format(inDays(8 - 1 / 3));
  await expect(page.getByText(new RegExp(`^It comes back on .*${day}`))).toBeVisible();
});

test('a check that is not due is practice, and its text is one link away', async ({ page }) => {
  await page.goto(`/ko/lessons/${LESSON}`);
  await answer(page, 'stable', 'half');
  await page.goto(`/ko/review/${LESSON}/stable`);
  await expect(page.getByText(/지금 푸는 것은 연습/)).toBeVisible();
  await answer(page, 'stable', 'half');
  await expect(page.getByRole('group', { name: ko.site.review.howHard })).toHaveCount(0);
  await page.getByRole('link', { name: ko.site.review.inLesson }).click();
  await expect(page).toHaveURL(`/ko/lessons/${LESSON}#${encodeURIComponent(`${LESSON}#stable`)}`);
  await expect(page.locator(`[id="${LESSON}#stable"]`)).toBeInViewport();
});

test('a check that does not exist is no page', async ({ request }) => {
  expect((await request.get(`/en/review/${LESSON}/nothing`)).status()).toBe(404);
  expect((await request.get('/en/review/02-mlp.99-nothing/stable')).status()).toBe(404);
});
