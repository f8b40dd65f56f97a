import type { Browser, Page } from '@playwright/test';

/** Until a new browser window has nothing more to do for itself: Chromium draws its toolbars by pages, too. */
const WINDOW_MS = 1500;

/** A page, of a window that stands, of a browser that has no cache yet. */
export async function signedIn(browser: Browser, url: string, cookie: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const pairs = cookie.split('; ').map((pair) => pair.split(/=(.*)/s));
  await context.addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url: new URL(url).origin })));
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.waitForTimeout(WINDOW_MS);
  return page;
}
