import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import en from '../../messages/en.json' with { type: 'json' };
import { EXERCISE, LESSONS } from './course-pages';
import { collectTroubles } from './troubles';

/** Made per request: nobody has this link. */
const DYNAMIC = '/en/sign-in/link/nobody-has-this-link';
const LESSON = `/en/lessons/${LESSONS[0]}`;

const PAGES = ['/en', LESSON, `/en/${EXERCISE}`, '/en/sign-in', '/en/account', DYNAMIC];

for (const path of PAGES) {
  test(`${path} is served with a strict policy and the usual headers`, async ({ request }) => {
    const headers = (await request.get(path)).headers();
    const policy = new Map(
      (headers['content-security-policy'] ?? '').split('; ').map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources];
      }),
    );
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('object-src')).toEqual(["'none'"]);
    const scripts = policy.get('script-src') ?? [];
    expect(scripts).toContain("'self'");
    expect(scripts.filter((source) => !/^'(self|sha256-[\w+/=]+|nonce-[\w+/=]+)'$/.test(source))).toEqual([]);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test(`nothing of ${path} is refused by its own policy`, async ({ page }) => {
    const troubles = await collectTroubles(page);
    await page.goto(path, { waitUntil: 'networkidle' });
    await expect(page.getByRole('banner').getByRole('link', { name: en.account.menu.signIn })).toBeVisible();
    expect(troubles).toEqual([]);
  });
}

test('a page made per request gets a nonce that is never used twice', async ({ request }) => {
  const nonce = async () =>
    /'nonce-([^']+)'/.exec((await request.get(DYNAMIC)).headers()['content-security-policy'] ?? '')?.[1];
  const [first, second] = [await nonce(), await nonce()];
  expect(first).toMatch(/.{20,}/);
  expect(second).not.toBe(first);
});

test('an inline script that is not ours is refused on pages of both kinds', async ({ page }) => {
  for (const path of [LESSON, DYNAMIC]) {
    await page.goto(path);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.intruded = true';
      document.head.append(script);
      return 'intruded' in globalThis;
    });
    expect(ran).toBe(false);
  }
});

test('links lead from a page made per request to a prerendered one and back, without a refusal', async ({ page }) => {
  const troubles = await collectTroubles(page);
  await page.goto(DYNAMIC);
  await page.getByRole('main').getByRole('link', { name: en.account.link.toSignIn, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: en.account.signIn.title })).toBeVisible();
  await page.getByRole('banner').getByRole('link', { name: en.site.home }).click();
  await expect(page.getByRole('heading', { level: 1, name: en.site.path.lead })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: en.account.link.unusable })).toBeVisible();
  expect(troubles).toEqual([]);
});

test('links lead from a lesson to sign-in, home, an exercise and back to a lesson, without a refusal', async ({
  page,
}) => {
  const troubles = await collectTroubles(page);
  await page.goto(LESSON);
  await page.getByRole('banner').getByRole('link', { name: en.account.menu.signIn }).click();
  await expect(page.getByRole('button', { name: en.account.signIn.submit })).toBeVisible();
  await page.getByRole('banner').getByRole('link', { name: en.site.home }).click();
  await page.locator(`a[href="/en/${EXERCISE}"]`).click();
  await expect(page.getByRole('tab', { name: en.workbench.reading.prompt })).toBeVisible();
  await page.getByRole('banner').getByRole('link', { name: en.site.home }).click();
  await page.getByRole('listitem').locator(`a[href="${LESSON}"]`).click();
  await expect(page.getByRole('button', { name: en.site.reading.finish })).toBeVisible();
  expect(troubles).toEqual([]);
});

test('what runs learner code is served with the policy that lets it reach nothing', async ({ request }) => {
  for (const file of readdirSync('public/runner')) {
    const headers = (await request.get(`/runner/${file}`)).headers();
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'unsafe-eval'; connect-src 'none'; worker-src 'none'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toContain('immutable');
  }
});

test('answers of the API may not be shown as a page', async ({ request }) => {
  const headers = (await request.get('/api/me')).headers();
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['cache-control']).toContain('no-store');
});

test('the chosen theme is there before anything is painted, on pages of both kinds', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('theme', 'dark');
    // The body is parsed after the head: what holds when it appears holds for the first paint.
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      sessionStorage.setItem('atBody', document.documentElement.dataset.theme ?? 'none');
    }).observe(document, { childList: true, subtree: true });
  });
  for (const path of [LESSON, '/en/account', DYNAMIC]) {
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    expect(await page.evaluate(() => sessionStorage.getItem('atBody'))).toBe('dark');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
  }
});

test('the theme switch goes round and its choice is kept', async ({ page }) => {
  const html = page.locator('html');
  await page.goto('/en');
  await page.getByRole('button', { name: en.site.theme.system }).click();
  await expect(html).toHaveAttribute('data-theme', 'light');
  await page.getByRole('button', { name: en.site.theme.light }).press('Enter');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.goto('/ko/account');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.goto('/en');
  await page.getByRole('button', { name: en.site.theme.dark }).click();
  await expect(html).not.toHaveAttribute('data-theme');
});
