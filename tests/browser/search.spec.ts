import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import ko from '../../messages/ko.json' with { type: 'json' };
import { collectTroubles } from './troubles';

const LESSON = '/lessons/02-mlp.04-softmax-and-training';

const palette = (page: Page) => page.getByRole('dialog');
const field = (page: Page) => palette(page).getByRole('combobox');
const options = (page: Page) => palette(page).getByRole('option');
const chosen = (page: Page) => palette(page).getByRole('option', { selected: true });

/** Opens the palette by its button, once the page's script runs: that names the keys. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const { open: name } = (path.startsWith('/ko') ? ko : en).site.search;
  const button = page.getByRole('banner').getByRole('button', { name, exact: true });
  await expect(button).toHaveAttribute('title', /K$/);
  await button.click();
  await expect(field(page)).toBeFocused();
}

test('Ctrl+K opens it, arrow keys choose, Enter leads to the section', async ({ page }) => {
  const troubles = await collectTroubles(page);
  await open(page, '/ko');
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('기울기 소실');
  await expect(options(page).first()).toContainText('기울기 소실');
  await expect(chosen(page)).toHaveAttribute('href', '/ko/glossary#vanishing-gradient');
  await page.keyboard.press('ArrowDown');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await chosen(page).getAttribute('id')) ?? 'none');
  const target = (await chosen(page).getAttribute('href')) ?? '';
  expect(target).toContain('/ko/lessons/02-mlp.02-activations#');
  await expect(chosen(page).locator('mark').first()).toHaveText('기울기');
  await page.keyboard.press('Enter');
  await expect.poll(() => decodeURI(new URL(page.url()).pathname + new URL(page.url()).hash)).toBe(decodeURI(target));
  await expect(field(page)).toBeHidden();
  await expect(page.locator(`[id="${decodeURI(target.split('#')[1] ?? '')}"]`)).toBeInViewport();
  expect(troubles).toEqual([]);
});

test('while an input method composes, what is there is found and Enter belongs to it', async ({ page }) => {
  await open(page, '/ko');
  const typist = await page.context().newCDPSession(page);
  for (const text of ['ㅎ', '하', '학', '학ㅅ', '학스', '학습', '학습ㄹ', '학습류']) {
    await typist.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(options(page).filter({ hasText: '학습률' }).first()).toBeVisible();
  }
  await field(page).evaluate((input) => {
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
  });
  await expect(field(page)).toBeVisible();
  await typist.send('Input.insertText', { text: '학습률' });
  await expect(field(page)).toHaveValue('학습률');
  await expect(options(page).first()).toContainText('학습률');
});

test('titles come before texts, in either language', async ({ page }) => {
  await open(page, '/en');
  await field(page).fill('bias');
  await expect(options(page).nth(3)).toBeVisible();
  const titles = await options(page).evaluateAll((all) =>
    all.map((one) => one.firstElementChild?.firstElementChild?.textContent ?? ''),
  );
  const named = titles.map((title) => /bias/i.test(title));
  expect(named.lastIndexOf(true)).toBeLessThan(named.indexOf(false));
  await field(page).fill('드롭아웃');
  await expect(options(page).first()).toHaveAttribute('href', '/en/glossary#dropout');
});

test('questions of quick checks can be found, their answers cannot', async ({ request }) => {
  const everything = await (await request.get('/en/search.json')).text();
  expect(everything).toContain('Three dense layers are stacked without any activation');
  expect(everything).not.toContain('Exactly one affine map');
  expect(everything).not.toContain('Fold the layers two at a time');
});

test('what is nowhere is told', async ({ page }) => {
  await open(page, '/en');
  await field(page).fill('softmax qwertz');
  await expect(palette(page).getByText(en.site.search.none.replace('{query}', 'softmax qwertz'))).toBeVisible();
  await expect(options(page)).toHaveCount(0);
});

test('what was opened before is offered again, until it is forgotten', async ({ page }) => {
  await open(page, '/en');
  await expect(page.getByText(en.site.search.start)).toBeVisible();
  await field(page).fill('learning rate');
  await expect(options(page).first()).toContainText('learning rate');
  await options(page).first().click();
  await expect(page).toHaveURL('/en/glossary#learning-rate');
  await open(page, `/en${LESSON}`);
  await expect(page.getByText(en.site.search.recent)).toBeVisible();
  await expect(options(page)).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/en/glossary#learning-rate');
  await open(page, '/en');
  await page.getByRole('button', { name: en.site.search.forget }).click();
  await expect(options(page)).toHaveCount(0);
});

test('without a network it says so, and finds once it is back', async ({ page, context }) => {
  await open(page, '/en');
  await page.keyboard.press('Escape');
  await page.reload();
  // The code is in the browser's cache by now, or comes; the index does not.
  await context.route('**/search.json', (route) => route.abort());
  await open(page, '/en/glossary');
  await field(page).fill('batch');
  await expect(page.getByText(en.site.search.failed)).toBeVisible();
  await context.unroute('**/search.json');
  await page.getByRole('button', { name: en.site.search.again }).click();
  await expect(options(page).first()).toContainText('batch');
});

test('no page fetches the palette or the index before it is asked for', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(`/ko${LESSON}`, { waitUntil: 'networkidle' });
  expect(fetched.filter((url) => url.includes('search.json'))).toEqual([]);
  const before = fetched.length;
  await open(page, `/ko${LESSON}`);
  await expect.poll(() => fetched.slice(before).filter((url) => url.includes('/ko/search.json')).length).toBe(1);
});

for (const theme of ['light', 'dark'] as const) {
  test(`it meets WCAG 2.2 AA in the ${theme} theme, at 320 px too`, async ({ page }, info) => {
    await page.emulateMedia({ colorScheme: theme });
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 700 });
      await open(page, '/ko');
      await field(page).fill('기울기');
      await expect(options(page).nth(3)).toBeVisible();
      await page.screenshot({ path: info.outputPath(`search-${theme}-${width}.png`) });
      const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
}
