import { expect, type Page } from '@playwright/test';

/** Replaces what is in Monaco as a person pasting would. Needs the clipboard permissions. */
export async function pasteCode(page: Page, source: string): Promise<void> {
  const lines = page.locator('.monaco-editor .view-lines').first();
  await expect(lines).toBeVisible();
  await lines.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.evaluate((text) => navigator.clipboard.writeText(text), source);
  await page.keyboard.press('ControlOrMeta+V');
}
