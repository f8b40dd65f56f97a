import { expect, type Locator, type Page, test } from '@playwright/test';

/** Opens a lesson at one of its figures, found by a selector of its body, once it is live. */
export async function openFigure(page: Page, address: string, body: string): Promise<Locator> {
  await page.goto(address);
  const figure = page.locator('figure').filter({ has: page.locator(body) });
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('[data-live]')).toHaveAttribute('data-live', 'true');
  return figure;
}

/** Moves the focus there and presses the keys one by one. */
export async function press(control: Locator, ...keys: string[]): Promise<void> {
  await control.focus();
  for (const key of keys) await control.page().keyboard.press(key);
}

export const button = (figure: Locator, name: string): Locator => figure.getByRole('button', { name, exact: true });

/** Keeps pictures of the figure in both themes beside the results. */
export async function keepPictures(figure: Locator): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await figure.page().emulateMedia({ colorScheme });
    await test.info().attach(colorScheme, { body: await figure.screenshot(), contentType: 'image/png' });
  }
}
