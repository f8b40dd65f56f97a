import { expect, type Locator, type Page, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import ko from '../../messages/ko.json' with { type: 'json' };
import { collectTroubles } from './troubles';

const texts = en.lesson.check;
const SHAPES = '02-mlp.03-backpropagation#shapes';
const MEAN = '02-mlp.03-backpropagation#spot-mean';
const STEP = '02-mlp.04-softmax-and-training#step-order';
const ORDER = ['forward', 'dz', 'dh', 'da', 'update'];

const lessonOf = (id: string, locale = 'en') => `/${locale}/lessons/${id.split('#')[0]}`;
const submit = (check: Locator) => check.locator('.quick-check-button');

/** The check of this id, near the viewport and with the code that it takes to answer it. */
async function bringUp(page: Page, id: string): Promise<Locator> {
  const check = page.locator(`[id="${id}"]`);
  // It may be replaced by its live self on the way: nothing may be held of the old one.
  await check.evaluate((form) => form.scrollIntoView());
  await expect(submit(check)).toBeEnabled();
  return check;
}

async function open(page: Page, id: string, locale = 'en'): Promise<Locator> {
  await page.goto(lessonOf(id, locale));
  return bringUp(page, id);
}

const rowOf = (check: Locator, item: string) => check.locator(`li:has([id="${STEP}-${item}"])`);
const place = async (check: Locator, item: string) =>
  Number(await rowOf(check, item).locator('.quick-check-letter').textContent()) - 1;

/** Moves rows up by keyboard until they stand in this order. */
async function putInOrder(check: Locator, order: readonly string[]): Promise<void> {
  for (const [target, item] of order.entries()) {
    const up = rowOf(check, item).getByRole('button', { name: texts.order.up });
    await up.focus();
    for (let at = await place(check, item); at > target; at--) {
      await up.press('Enter');
      await expect(up).toBeFocused();
    }
    expect(await place(check, item)).toBe(target);
  }
}

test('the served page holds a check to be ordered whole; its code comes when it is near, and nothing moves', async ({
  page,
  request,
}) => {
  const html = await (await request.get(lessonOf(STEP))).text();
  const form = html.slice(html.indexOf(`id="${STEP}"`));
  expect(form.slice(0, form.indexOf('</form>'))).toContain('Update both layers');

  const troubles = await collectTroubles(page);
  await page.goto(lessonOf(STEP));
  const check = page.locator(`[id="${STEP}"]`);
  await expect(page.locator('.quick-check-button:enabled').first()).toBeAttached();
  await expect(submit(check)).toBeDisabled();
  const before = await check.boundingBox();
  await bringUp(page, STEP);
  expect((await check.boundingBox())?.height).toBe(before?.height);
  expect(troubles).toEqual([]);
});

test('rows are put in order by keyboard; a known slip is named, any other order gets advice', async ({ page }) => {
  const check = await open(page, STEP);
  const shown = await Promise.all(ORDER.map((item) => place(check, item)));
  expect(shown).not.toEqual([0, 1, 2, 3, 4]);

  await putInOrder(check, ['forward', 'dz', 'dh', 'update', 'da']);
  await submit(check).press('Enter');
  await expect(check.getByRole('status')).toContainText(texts.wrong);
  await expect(check.getByText(/^Almost\. The first layer/)).toBeVisible();
  await expect(check.getByText(/^Ask of each part/)).toBeHidden();

  await submit(check).press('Enter');
  await putInOrder(check, ORDER);
  const kept = page.waitForResponse('**/api/quick-checks');
  await submit(check).press('Enter');
  await expect(check.getByRole('status')).toContainText(texts.right);
  await expect(check.getByText(/^Forward first/)).toBeVisible();
  expect((await kept).ok()).toBe(true);

  await page.reload();
  await bringUp(page, STEP);
  await expect(check.getByRole('status')).toContainText(texts.right);
  expect(await Promise.all(ORDER.map((item) => place(check, item)))).toEqual([0, 1, 2, 3, 4]);
});

test('a row is dragged by its grip', async ({ page }) => {
  const check = await open(page, STEP);
  const last = check.getByRole('listitem').last();
  const id = (await last.locator('span[id]').getAttribute('id')) ?? '';
  const grip = await last.locator('.quick-check-grip').boundingBox();
  const first = await check.getByRole('listitem').first().boundingBox();
  if (!grip || !first) throw new Error('the rows are not laid out');
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(grip.x + grip.width / 2, first.y + 4, { steps: 12 });
  await page.mouse.up();
  await expect(check.getByRole('listitem').first().locator(`[id="${id}"]`)).toBeVisible();
  await expect(check.getByRole('status')).toHaveText('Now at place 1 of 5.');
});

/** The letter that stands before a right. */
const letterOf = async (check: Locator, right: string) =>
  (await check.getByRole('listitem').filter({ hasText: right }).last().locator('.quick-check-letter').textContent()) ??
  '';

test('lefts are matched with letters by native lists; only the wrong pairs are explained and asked again', async ({
  page,
}) => {
  const check = await open(page, SHAPES);
  const lists = check.getByRole('combobox');
  await submit(check).click();
  await expect(check.getByRole('status')).toHaveText(texts.match.pickAll);

  await lists.nth(0).selectOption(await letterOf(check, '[32, 784]'));
  await lists.nth(1).selectOption(await letterOf(check, '[32, 128]'));
  await lists.nth(2).selectOption(await letterOf(check, '[128]'));
  await submit(check).click();
  await expect(check.getByRole('status')).toContainText(texts.wrong);
  await expect(check.getByText(/has the shape of .*The 32 examples/)).toBeVisible();
  await expect(check.getByText(/all 32 rows share it/)).toBeHidden();
  await expect(lists.nth(1)).toHaveAttribute('aria-invalid', 'true');

  await submit(check).click();
  await expect(lists.nth(1)).toHaveValue('');
  await expect(lists.nth(0)).toHaveValue('dx');
  await lists.nth(1).selectOption(await letterOf(check, '[784, 128]'));
  const kept = page.waitForResponse('**/api/quick-checks');
  await submit(check).click();
  await expect(check.getByRole('status')).toContainText(texts.right);
  await expect(check.getByText(/all 32 rows share it/)).toBeVisible();
  expect((await kept).ok()).toBe(true);

  await page.goto(lessonOf(SHAPES, 'ko'));
  await bringUp(page, SHAPES);
  await expect(check.getByRole('status')).toContainText(ko.lesson.check.right);
  await expect(lists.nth(1)).toHaveValue('dw');
});

test('the mistake is found among the parts; a part that is fine says why it is', async ({ page }) => {
  const check = await open(page, MEAN);
  await check.getByRole('radio', { name: /tf\.sum/ }).check();
  await submit(check).click();
  await expect(check.getByRole('status')).toContainText(texts.wrong);
  await expect(check.getByText(/^This is right: every row/)).toBeVisible();
  await submit(check).click();
  await check.getByRole('radio', { name: /tf\.div/ }).check();
  await submit(check).click();
  await expect(check.getByRole('status')).toContainText(texts.right);
  await expect(check.getByText(/is in .* already/)).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the new kinds at 320 px in ${scheme}`, async ({ page }, testInfo) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 320, height: 800 });
    for (const id of [SHAPES, STEP]) {
      const check = await open(page, id, 'ko');
      expect(await check.evaluate((form) => form.scrollWidth - form.clientWidth)).toBeLessThanOrEqual(0);
      await check.screenshot({ path: testInfo.outputPath(`${id.split('#')[1]}-${scheme}.png`) });
    }
  });
}
