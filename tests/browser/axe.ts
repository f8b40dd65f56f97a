import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The page, as it looks now, breaks no rule of WCAG 2.2 AA that axe knows. */
export async function expectAccessible(page: Page): Promise<void> {
  // After a move within the site the title of the new page comes by itself, shortly after what it shows.
  await expect(page).toHaveTitle(/./);
  // Legacy mode spares a second pass over frames of other origins: there are none.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations).toEqual([]);
}
